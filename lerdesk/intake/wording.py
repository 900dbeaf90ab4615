"""How orders word the data categories: patterns to ids, in the order that settles a tie."""

from lerdesk.intake.nearness import near

_WORDING: tuple[tuple[str, str], ...] = (
    ("C13", (r"messages?\s+threads?|(?:wrote|written)\s+(?:\w+\s+){0,5}(?:other\s+)?(?:users|members|buyers"
    r"|sellers)\b"
r"|(?:stored|direct|chat|text|buyer)\s+messages\b|chat\s+transcripts?|(?<!wrap )(?<!gift )messages\s+(?:to|with"
r"|and)\b|"
r"(?:contents?|text|cop(?:y|ies)|bod(?:y|ies))\s+of\s+(?:all\s+|any\s+|the\s+|each\s+)*(?:\w+\s+)"
r"?(?:messages?|communications?|chats?|correspondence|conversations?|stored\s+communications)"
r"|\w+-to-\w+\s+(?:messages|chats?|communications?)\b|buyer\s?[-\s–/&]\s?(?:(?:and"
r"|to)[\s-]+)?seller\s+(?:messag\w+|chats?|conversations?|correspondence"
r"|communications?)|(?:private|in-app|in-game|group|user)\s+chats?\b|(?:all|any)\s+(?:\w+\s+){0,3}(?:messages"
r"|chats"
r"|correspondence)\b|private\s+messages|direct\s+messages|messages?\s+(?:exchanged|sent|received"
r"|between)|stored\s+communications|messaging\s+service|messages\b[^.;,]{0,30}\bexchanged"
r"|correspondence\s+(?:with|between)\s+(?:the\s+)?(?:buyers?|sellers?|(?:other\s+)?(?:users?|members?"
r"|customers?\b(?!\s+(?:support|service|care))))"
r"|(?:^\W*|,\s+|\band\s+)(?:messages|chats)\b(?=\s*[,;.]|\s+and\b|\s*$)")),
    ("C14", (r"e-?mails?\s+(?:messages?|content)|\b(?:all|stored|any)\s+e-?mails?\b(?!\s+address"
    r"|[^.;]{0,40}\bsupport\b)|mailbox\b(?!\s+\S+@)|"
r"communications?\s+or\s+files?\b|(?:stored\s+)?(?:(?<!log )files|photographs|photos|images|videos"
r"|documents)\b[^.;]{0,60}\b(?<!electronically )(?:stored|uploaded|saved|drive\b|cloud|backed)"
r"|cloud\s+(?:storage|files"
r"|drive)|\bdrive\s+(?:files|space|content)|contents?\s+of\s+(?:all\s+)?(?:e-?mails?|files"
r"|documents|electronic\s+mail)|photo(?:s|graphs)\s+(?:and|or)\s+(?:videos|files)|\b(?:in|from|on|to"
r"|of)\s+(?:the\s+)?(?:\w+\s+)?Drive\b"
r"|photo(?:s|graphs)\s+(?:posted|shared|sent)\b|(?:saved|stored|uploaded)\s+(?:photo\w*|images|pictures|videos"
r"|files)\b"
r"|(?:^\W*|,\s+|\band\s+)(?:photographs|photos|pictures)\b(?=\s*[,;.]|\s+and\b|\s*$)")),
    ("C15", (r"\b(?:S3|EC2|EBS|RDS)\b|virtual\s+(?:machines?|disks?)|disk\s+(?:image|volume)"
r"|snapshots?\s+of\s+(?:the\s+)"
r"?(?:instance|server|volume)|database\s+contents?|hosted\s+content|server\s+images?"
r"|object\s+storage|buckets?\b|\bdatabases?\b")),
    ("C21", (r"voice[\s-]+(?:assistant\s+)?(?:recordings?|requests?|commands?|interactions?)"
    r"|audio\s+recordings?|(?:sounds?|audio|voice)\s+(?:clips?|files?|captured|recorded|picked\s+up)"
r"|recordings?\s+(?:made|captured)\s+by\s+(?:\w+\s+){0,2}(?:speaker|device|assistant)|utterances?"
r"|transcripts?\s+of\s+(?:voice|audio|requests)")),
    ("C27", r"(?!)"),
    ("C26", (r"(?:camera|doorbell|doorstep)\b[^.;]{0,50}(?:video|footage|recording)|(?:video|footage"
r"|recordings?)[^.;]{0,60}\b(?:camera|doorbell)")),
    ("C28", (r"seller\s+support|messages\s+to\s+support|support\s+services|case\s+notes"
r"|customer[\s-]+(?:service|support|care)|support\s+(?:tickets?|cases?|contacts?|chats?|calls?)"
r"|calls?\s+and\s+chats?[^.;]{0,60}\bservice|help[\s-]?(?:lines?|desk|center)\b")),
    ("C11", (r"\bquer(?:y|ies)\s+(?:\w+\s+){0,2}(?:entered|typed|submitted|run)\b|search\s+(?:bar|box)\b"
    r"|search\s+(?:quer\w+|histor\w+|terms?|words?)|brows\w+\s+(?:histor\w+|activit\w+|records?)"
r"|(?:product\s+)?pages?\s+view\w*|items?\s+viewed|click\s*stream"
r"|(?:items?|products?|goods)\s+searched\s+for|searches\s+(?:run|made|entered|conducted|performed)"
r"|view\w*\s+histor\w+\s+of\s+products?|viewing\s+of\s+(?:product|listing)s?")),
    ("C24", (r"(?:historical\s+)?location\s+(?:information|points?|fixes|pings?|data|records?|histor\w+)"
r"|geo-?(?:graphic\s+coordinates|location)|geographic\s+coordinates|\bGPS\b|coordinates\s+of"
r"|delivery\s+(?:photograph\w*|confirmations?)|photograph\w*\s+(?:of|taken\s+at)\s+delivery|\bgeolocation"
r"|latitude|last\s+known\s+location|(?:other\s+)?locations?\s+of\s+(?:\w+\s+){0,2}devices?"
r"|location\s+of\s+(?:the|each|any)\s+device")),
    ("C18", (r"video\s+titles?|titles?\s+(?:of\s+)?(?:videos?|films?|movies|programs?)|(?:films?|movies"
r"|videos?)\s+(?:watched|rented|streamed|purchased|viewed)|viewing\s+(?:histor\w+|records?)"
r"|(?:shows|films|movies|series|programs|videos)\b[^.;,]{0,24}\b(?:watched|rented|streamed)"
r"|watch\s+histor\w+|stream\w*\s+histor\w+|streamed")),
    ("C20", r"(?!)"),
    ("C19", r"music\s+(?:listened|streamed|histor\w+|titles?)|listening\s+histor\w+|songs?\b"),
    ("C09", r"(?!)"),
    ("C17", (r"e-?books?\b|reading\s+(?:histor\w+|records?|materials?)|books?\s+(?:read|borrowed)"
r"|pages?\s+read|highlights\b")),
    ("C29", (r"seller\s+(?:registration|accounts?\s+(?:information|records?|registration|application|details"
    r"|profile|data)|information|records?|profile|verification)|disburse\w*"
    r"|payouts?"
r"|proceeds\b|tax\s+(?:identification|IDs?\b)|sales\s+made\b|seller[’']?s\s+(?:bank|name|identity|legal)"
r"|forms?\s+1099|1099-K|tax\s+(?:forms?|documents?|returns?)|taxpayer\s+(?:\w+\s+)?numbers?|(?:records"
r"|totals?)\s+of\s+(?:all\s+)?sales\b"
r"|(?:monthly\s+)?sales\s+(?:totals?|figures|and\s+pay)|listing\s+histor\w+|\blistings\b|(?:items?|products?"
r"|goods)\s+(?:listed|offered)\b(?!\s+(?:in|above|below|here|under|at))"
r"|accounts?\s+(?:in)?to\s+which\s+(?:\w+\s+){0,4}?(?:paid|disbursed|deposited|transferred|remitted|payments?)\b"
r"|money\s+paid\s+out|seller\s+bank"
r"|storefront\s+registration|sales\s+(?:records?|histor\w+|reports?)|merchant\s+(?:account"
r"|registration|information)")),
    ("C31", (r"(?:gift[\s-]?card|wallet|stored[\s-]value|prepaid|account)\s+balance|balance\s+histor\w+"
r"|stored?\s+credits?\b|balances?\s+and\s+(?:reloads?|top-?ups?)")),
    ("C30", r"gift[\s-]?cards?\b|claim\s+codes?|redemption|redeemed"),
    ("C36", r"back-?\s?up\s+(?:copies|copy)|copies\s+of\s+deleted"),
    ("C33", r"prescriptions?\b|pharmac\w+|(?:health|medical)\s+(?:data|records?|information)"),
    ("C34", r"child(?:ren)?[’']?s?[’']?\s+profiles?|parental\s+(?:controls?|settings?)"),
    ("C12", (r"\breviews\b|\b(?:product|star|customer|seller|every|each|any)\s+review\b|\breview\s+(?:text"
    r"|histor\w+)|\bfeedback\b|public\s+(?:questions?|posts?)|\bratings?\b|Q\s?&\s?A")),
    ("C10", r"wish\s?lists?|\bbasket\b|shopping\s+carts?|saved\s+items|\bcarts?\b"),
    ("C32", (r"passwords?\b|decryption\s+keys?|authentication\s+tokens?"
    r"|security\s+questions?\s+and\s+answers?")),
    ("C35", (r"\bdrivers?[’']?s?\s+(?:names?|identity|GPS|routes?|schedules?)|CCTV|badge\s+(?:swipes?|records?"
    r"|logs?)"
r"|(?:warehouse|facility|fulfil?lment|employee|personnel)\s+(?:camera|surveillance|badge|access|file"
r"|record)\w*"
r"|surveillance\s+(?:video|footage)")),
    ("C37", r"dialing,?\s+routing|addressing,?\s+and\s+signal\w+|real[-\s]time\s+(?:connection|traffic)"),
    ("C25", r"real[-\s]time\s+location|live\s+location|prospective\s+location|current\s+location"),
    ("C08", (r"(?:^\W*(?:\w[.)]\s*)?|,\s+)orders\b(?=\s*[,;.]|\s+and\s+(?:returns|deliver|purchas|ship)|\s*$)"
r"|purchase\s+(?:and\s+\w+\s+)?(?:histor\w+|receipts?|records?)|order\s+(?:and\s+(?:\w+\s+){1,2})?"
r"(?:records?|reports?|details?|histor\w+)|merchandise\b|records\s+of\s+purchases|\borders?\s+(?:placed|made"
r"|sold|histor\w+|records?|details?|information|to\s+which)|(?:records?"
r"|details?|certified\s+record|information)\s+(?:of|for|regarding|about|relating\s+to)\s+(?:all\s+"
r"|any\s+|the\s+|each\s+|listed\s+|every\s+)*(?:\w+\s+)?(?:orders?|purchases?|transactions?)\b"
r"|purchas\w+\s+(?:histor\w+|records?|made|information)|(?<!book )(?<!book-)purchases\b"
r"|purchase,\s+(?:\w+,?\s+){1,2}(?:and|or)\s+\w+\s+(?:records?|histor\w+)"
r"|transaction\s+(?:histor\w+|records?|logs?|information|details?)|transactional\s+(?:histor\w+"
r"|details?)|all\s+orders|order\s+records"
r"|(?:items?|goods|products?|articles?)\s+(?:and\s+\w+\s+)?(?:purchased|ordered|bought|sold)\b"
r"|\b\w+s\s+bought\b|dates?\s+of\s+(?:the\s+|all\s+|each\s+)?orders?\b|order\s+confirmations?"
r"|shipping\s+records?|(?:shopping|retail)\s+histor\w+|returns?\s+and\s+refunds?"
r"|refund\s+histor\w+|\b(?:every|each)\s+order\b(?!\s+(?:of|by|issued|for|to)\b)|placed\s+the\s+orders?\b"
r"|\bparcels?\s+(?:\w+\s+)?(?:mailed|sent|received|shipped)\b|what\s+(?:\w+\s+){1,4}bought\b|\bSKUs?\b"
r"|returns?\s+or\s+refunds?"
r"|\binvoices\b|(?:log|list|records?|details?)\s+of\s+(?:\w+\s+){0,2}(?:parcels|shipments|packages"
r"|deliveries)\b|deliver(?:y|ies)\s+(?:histor\w+|records?)|chargebacks?|histor(?:y"
r"|ies)\s+of\s+(?:\w+\s+)?(?:orders|purchases)\b")),
    ("C07", (r"user\s+activity|(?:access|activity|API\s+call|event|transfer|server|audit"
    r"|(?<!IP )connection)\s+logs?"
r"|log\s+files|data\s+transfers?\b|API\s+calls\b|user[-\s]agents?"
r"|information\s+about\s+each\s+communication|(?:header|routing)\s+information"
r"|method\s+of\s+(?:the\s+)?communication|dialing,?\s+routing|non-?content\s+(?:records"
r"|information)|source\s+and\s+destination|transactional\s+(?:information|logs?|records?)|pages\s+requested"
r"|actions\s+taken\s+(?:by|through|in)")),
    ("C06", (r"\bIPs?\b|session\s+records?|internet\s+protocol|session\s+(?:times?|durations?|logs?)"
r"|log-?\s?(?:in|on|out|off)s?\b"
r"|logins?\b|sign-?\s?(?:in|on)s\b|sign-?in\s+(?:addresses|records?|histor\w+|logs?|times?)"
r"|network\s+address\w*|connection\s+(?:records?|histor\w+|data)|access\s+times"
r"|internet\s+addresses|from\s+which\s+(?:network|IP|address)\b")),
    ("C05", (r"payment\s+(?:data|sources?|cards?)|payments\s+to\b|billing(?=,(?!\s+(?:mailing|shipping|home"
    r"|postal|delivery))|\s+and\b(?!\s+(?:\w+\s+){1,2}address)"
    r"|\s+data)"
r"|(?:how|manner\s+in\s+which)\s+(?:\w+\s+){1,3}(?:was|were)\s+paid|funding\s+sources?|(?:evidence|proof"
r"|records?)\s+of\s+(?:\w+\s+)?payments?\b|cancell?ed\s+checks?|card\s+types?\b|last\s+four\s+digits"
r"|digits\s+of\s+(?:any|the|each"
r"|all)\s+(?:\w+\s+)?cards?|(?:means|source|method"
r"|form|manner)s?\s+(?:and\s+source\s+)?of\s+payments?|payment\s+(?:method"
r"|information|instrument|card|means|detail|record|source)s?|credit\s+(?:or\s+debit\s+)?card"
r"|debit\s+card|bank\s+account\s+number|credit\s+cards?\b|cards?\s+(?:or|and)\s+bank\s+accounts?"
r"|(?:bank\s+accounts?|cards?)\s+(?:or\s+cards?\s+)?(?:on\s+file|charged|used|that\s+pa(?:y|id))"
r"|credit\s+card\s+or\s+bank"
r"|who\s+paid\b|paid\s+for\s+(?:the|each)\s+account|billing\s+(?:records?|information|histor\w+)"
r"|(?:payment\s+)?card\s+(?:used|details?|numbers?)")),
    ("C04", (r"(?:date\s+)?account\s+(?:was\s+)?opened|start\s+of\s+service|dates?\s+of\s+service"
r"|length\s+of\s+(?:\w+\s+)?service|types?\s+of\s+services?|date\s+(?:the\s+account"
r"|on\s+which\s+(?:each|the)\s+account|each\s+account)?\s*(?:was|were)?\s*(?:opened|created"
r"|registered)|date\s+of\s+(?:account\s+)?(?:creation|opening|registration)|(?:account\s+)"
r"?(?:creation|opening|start|registration)\s+dates?|services?\s+(?:utilized|used|subscribed)"
r"|account\s+status|(?:opened|created)\s+and\s+its\s+status|(?:date|time)\s+of\s+(?:creation|opening"
r"|sign-?up)"
r"|kinds?\s+of\s+services?|which\s+services|sign-?\s?up\s+date|how\s+long\s+the\s+\w+\s+has")),
    ("C23", (r"(?:serial|model)\s+numbers?|\bIMEI\b|\bMAC\s+address\w*|device\s+(?:fingerprints?|models?"
    r"|identifiers?|information"
r"|registrations?|list|IDs?)|registered\s+devices?|devices?\s+(?:registered|linked|associated)"
r"|(?:every|each|all)\s+devices?|lists?\s+of\s+(?:the\s+|all\s+)?devices|devices?\s+(?:and|or)\s+IP\b"
r"|instrument\s+numbers?\s+\(including\s+MAC")),
    ("C22", (r"activation\s+(?:log|time)s?|smart[\s-]home\s+(?:log|record|device|event)s?|\bon/off\s+(?:event"
    r"|time)s?")),
    ("C03", (r"\b(?:tele)?phones?\b(?=\s*[,;.)]|\s+and\b|\s+numbers|\s*$)|\bphone\s+and\s+e-?mail"
r"|(?:tele)?phone\s+(?:or\s+instrument\s+)?numbers?|e-?mail\s+address\w*|instrument\s+numbers?"
r"|subscriber\s+numbers?|contact\s+(?:information|details?|numbers?)|(?:mobile"
r"|cell(?:ular)?)\s+numbers?"
r"|phone\s+numbers?|subscriber\s+(?:information|identity)|basic\s+subscriber"
r"|how\s+the\s+\w+\s+can\s+be\s+(?:reached|contacted)|subscriber\s+(?:details|data)|contact\s+(?:data"
r"|telephone)|mobile\s+number|numbers\s+of\s+telephones?"
r"|(?:(?<=name, )|(?<=names, )|(?<=address, )|(?<=phone, )|(?<=name and )|(?<=address and )|(?<=phone and ))"
r"e-?mail\b(?!\s*(?:content|message))"
r"|identification\s+of\s+the\s+accounts?")),
    ("C02", (r"\b(?:(?:mailing|residential|business|billing|shipping|postal|physical|street|home|delivery"
r"|ship-?to)\b[\w\s,/&-]{0,30}?address\w*"
r"|(?<!ip )(?<!protocol )(?<!internet )"
r"(?<!destination )(?<!e-mail )(?<!email )(?<!mac )(?<!network )(?<!address or )addresses\b(?!\s*\()"
r"|(?<!e-mail )(?<!email )(?<!ip )"
r"(?<!protocol )(?<!internet )(?<!network )(?<!origin )(?<!mail )(?<!mac )address(?:es)?\b(?!\s+logs?))"
r"|ship-?to|delivery\s+address"
r"|subscriber\s+information|basic\s+subscriber|where\s+(?:\w+\s+){1,6}(?:delivered|shipped)|\bresidence\b"
r"|deliver(?:y|ed\s+to)\s+locations?")),
    ("C01", (r"(?:account\s+|customer\s+)?registration\s+(?:data|details?|information|records?)"
    r"|account\s+profile|account\s+opening\s+(?:paperwork|documents?|forms?)|\bprofile\s+(?:page|data|details"
    r"|information)|\buser\s+profiles?\b"
    r"|identity\s+(?:verification|documents?)|enrol+ment\s+forms?|proof\s+of\s+identity"
    r"|means\s+of\s+identification|government[\s-](?:issued\s+)?ID"
r"|\bidentity\b(?=,|\s+records)|subscriber\s+(?:and\s+\w+\s+)(?:information|records?)"
r"|\bnames?\b(?!\s*,?\s*source)|subscriber\s+(?:information|identity|records?)"
r"|who\s+(?:used|uses|owns|owned|controls|controlled|operated)\b|customer\s+(?:and\s+\w+\s+)?(?:data|records)"
r"|(?<!bank )(?<!seller )\baccount\s+information\b"
r"|identity\s+of\s+(?:the|each|any)\s+(?:registered\s+|account\s*)?(?:account|subscriber|user|purchaser|owner"
r"|customer|holder|buyer"
r"|seller|person)|who\s+(?:opened|registered|created|the\s+(?:user|customer|subscriber"
r"|account\s*holder)\s+is)"
r"|(?:subscriber|account\s*holder)\s+(?:details|data)|customer\s+profile|(?:identif(?:y|ies)"
r"|identifying)\s+the\s+(?:customer|subscriber|user|account\s*holder)|basic\s+subscriber"
r"|account\s*holder[’']?s?\s+(?:identity|information)|identification\s+of\s+the\s+accounts?")),
)  # fmt: skip


def patterns() -> tuple[tuple[str, str], ...]:
    """Every category with the one pattern of all that words it."""
    return tuple((category, "|".join([plain, *near(category)])) for category, plain in _WORDING)
