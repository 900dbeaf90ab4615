"""What one served file may cost. Every size that comes from outside is checked against these first."""

#: bytes of one file; larger ones are refused before they are read
FILE_BYTES = 200 * 1024 * 1024
#: pages of one file
PAGES = 2_000
#: words of one page; the rest of the page is cut and said so
WORDS_PER_PAGE = 20_000
#: characters of one page that are looked at
CHARS_PER_PAGE = 200_000
#: characters of one word
WORD_CHARS = 400
#: pixels of one rendered page
PIXELS = 36_000_000
#: bytes of the JSON part of one frame
META_BYTES = 64 * 1024 * 1024
#: words of the whole file that the facts are looked for in
FACT_WORDS = 400_000
#: files embedded in a PDF that are listed
ATTACHMENTS = 100
#: bytes of an embedded file that are hashed
ATTACHMENT_BYTES = 50 * 1024 * 1024

#: seconds for one page, for opening and for the facts of one file
PAGE_SECONDS = 20.0
FACT_SECONDS = 40.0
#: seconds until a new process says that it is there
START_SECONDS = 20.0
#: deaths over one file until it is given up
DEATHS = 3

#: the process's own limits: address space, processor time over its life, open files
ADDRESS_SPACE = 1536 * 1024 * 1024
CPU_SECONDS = 900
OPEN_FILES = 64
