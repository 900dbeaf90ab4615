"""Words that name data when they stand together, or by themselves, whatever stands between."""

#: words between two that belong together, none of them beyond a comma or a stop
_GAP = r"(?:[\s/(“\"–-]+[\w’'&]+)"


def _near(one: str, other: str, words: int = 4) -> str:
    """Two kinds of words with at most some others between, either of them first."""
    gap = rf"{_GAP}{{0,{words}}}?[\s/(“\"–-]+"
    return rf"\b(?:{one}){gap}(?:{other})\b|\b(?:{other}){gap}(?:{one})\b"


_FILMS = r"films?|movies?|episodes?|(?:shows|series|programs|programmes)|videos?"
_WATCHED = r"watch\w*|viewed|viewings?|rent(?:ed|als?)|stream\w*|played"
_TALK = (
    r"messages?|messaging|communications?|correspondence|chats?|conversations?|exchanges?|talk|dialogues?"
    r"|e-?mails?(?!\s+(?:and\s+\w+\s+)?address)|texts?|DMs?"
)
_OTHERS = (
    r"buyers?|sellers?|merchants?|vendors?|suppliers?|traders?|shopkeepers?|customers|purchasers?|those\s+who"
    r"|third[\s-]part(?:y|ies)|another|any(?:one"
    r"|body)"
    r"|(?:other|fellow)\s+(?:users?|persons?|people|members?|parties|customers?|accounts?|shoppers?)"
)
_PICTURES = (
    r"pictures?|snapshots?|clips|photos?|photographs?|images?|videos?|films?|(?<!log )files?"
)
_THINGS = r"goods|items?|products?|merchandise|articles?|what|everything|anything|things|wares"
_GEAR = r"devices?|hardware|equipment|e-?readers?|readers?|tablets?|speakers?|handsets?|trackers?|cameras?"

#: two words of which neither says what is asked for, but both together do
_PAIRS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "C13": (
        (_TALK, _OTHERS, 7),
        (r"(?<!non-)(?<!non )contents?|substance|text|words|body|bodies|wording", _TALK, 4),
        (r"wrote|written|said|sent", rf"{_OTHERS}|each\s+other|one\s+another", 3),
    ),
    "C14": (
        (_PICTURES, r"cloud|drive|upload\w*|stored|saved|kept|synced|held|storage|library|albums?|backed", 5),
        (r"documents?", r"cloud|upload\w*|synced", 5),
        (r"contents?", r"(?-i:Photos|Drive)", 3),
        (_PICTURES, r"(?:in|on|to|from|of)\s+(?:\w+\s+)?(?-i:Photos|Drive)", 4),
    ),
    "C15": (
        (r"instances?|servers?|machines?", r"images?|disks?|contents?", 3),
        (r"data|files?|objects?|content", r"hosted|containers?", 4),
    ),
    "C17": (
        (
            r"books?|e-?books?|titles?|magazines?|audio\s?books?|texts",
            r"read|borrowed|opened|lent|loaned|on\s+loan|furthest|reader",
            5,
        ),
        (r"Kindle", r"titles?|librar(?:y|ies)|books?|records?|activity|histor(?:y|ies)|content", 3),
        (r"read|reading|borrowed", r"Kindle|e-?readers?", 3),
        (r"pages?", r"reached|read|turned", 2),
    ),
    "C18": (
        (_FILMS, _WATCHED, 5),
        (r"titles?|shows", r"watched|viewed|streamed|rented|video|films?|streaming|playing", 5),
        ((r"(?-i:Prime\s+Video)|video\s+(?:service|library)"
        r"|streaming\s+service"), r"records?|titles?|activity|histor(?:y|ies)|viewing", 4),
    ),
    "C19": (
        (
            r"music|tracks?|albums?|artists?|audio\s+programs",
            r"played|listened|streamed|heard|listening",
            5,
        ),
    ),
    "C21": (
        (
            r"spoken|said|speech|uttered|voices?|audio|sounds?|recordings?|clips?|transcri\w+|asked",
            r"(?:smart\s+)?speakers?|assistant|Echo|Alexa|microphones?",
            6,
        ),
        (r"audio|sounds?|voices?", r"captured|recorded|recordings?|kept|retained|transcri\w+", 4),
    ),
    "C22": ((r"wake|woke|awoke|awakened|triggered|routines?|activations?", (r"logs?|lists?|times?|records?"
    r"|words?|events?|days|hours|dates?"), 4),),
    "C24": (
        (
            r"positions?|movements?|locations?|located|moved",
            r"devices?|tablets?|trackers?|handsets?|tags?|GPS|Wi-?Fi",
            5,
        ),
        (
            r"photo\w*|pictures?|images?",
            r"deliver(?:y|ies|ed)|doorsteps?|porch|drivers?|couriers?|parcels?",
            5,
        ),
    ),
    "C26": ((r"cameras?|doorbells?", (r"clips?|videos?|footage|recordings?|images?|motion|films?|pictures?"
    r"|photos?"), 6),),
    "C28": (
        (
            (r"chats?|calls?|e-?mails?|contacts?|messages?|recordings?|conversations?|correspondence|tickets?"
            r"|complaints?"),
            (r"support|helpdesk|customer\s+(?:service|care)|(?:care|help|service)\s+(?:team|staff|desk|line)"
            r"|representatives?|associates?"),
            9,
        ),
        (r"sought|asked|requests?", r"(?:support|help)\s+(?:staff|team|desk|from)", 4),
    ),
    "C29": (
        (r"tax(?:payer)?", r"numbers?|papers|forms?|identification|identifiers?|documents?|interview", 4),
        (r"deposit|pay-?out", r"accounts?|instruments?|bank|schedules?", 3),
        (r"(?:items?|goods|products?|things)", r"put\s+up|for\s+sale|listed\s+for", 3),
        (r"what|sums?|amounts?|money|funds", r"disbursed|remitted|paid\s+out|transferred\s+to|paid\s+for\s+them", 4),
        (r"sales|units", r"value|volumes?|figures|dollar|gross|monthly|revenue|totals?", 4),
        (r"business|company|trade", r"licen[cs]es?|registrations?", 2),
    ),
    "C30": (
        (r"cards?|codes?|vouchers?|certificates?", (r"prepaid|pre-paid|gift|claim|redeem\w*|loaded"
        r"|redemptions?"), 5),
    ),
    "C31": ((r"balances?", r"stored|running|wallet|prepaid|credits?|cards?", 4),),
    "C12": ((r"comments?|questions?|answers?|posts?", r"posted|public|published|product\s+pages?", 4),),
    "C09": (
        (
            r"(?<!e-)(?<!e)books?|magazines?|periodicals|DVDs?|discs?|literature|pamphlets|phonograph|cassettes?",
            r"purchas\w+|bought|ordered|orders|sold",
            6,
        ),
    ),
    "C10": ((r"items?|products?|goods", r"saved|favou?rit\w+|later|wish\w*", 3),),
    "C11": (
        (r"quer(?:y|ies)|terms?|words|phrases?|searches", r"typed|entered|search\w*|engine|looked\s+up", 4),
        (r"products?|items?|pages?|listings?|goods", r"visited|looked\s+at|browsed|clicked|viewed|seen", 4),
    ),
    "C08": (
        (
            r"(?<!of )purchases?|transactions?|cancellations?|refunds?|(?<!tax )returns?|(?<!inbound )shipments?",
            (r"ledgers?|lists?|records?|accounts?\s+of|statements?|schedules?|details?|detailed|histor(?:y|ies)"
            r"|itemi[sz]ed|every|each|all"),
            3,
        ),
        (
            _THINGS,
            (r"bought|sold|purchased|(?-i:(?<!is )(?<!hereby )(?<!further )ordered(?! that))|returned"
            r"|sent\s+back|shipped\s+to"),
            4,
        ),
        (r"orders", (r"every|placed|delivered|shipped|cancell?ed|fulfilled|dates?|statuses|status"
        r"|refunded"), 3),
        (r"sales", r"register|ledger|by\s+item|quantity|each", 3),
        (r"buying|shopping|spending", r"histor(?:y|ies)|records?|activity|habits", 2),
    ),
    "C07": (
        (r"senders?", r"recipients?|receivers?|addressees?", 3),
        (r"events?|audit|activity|calls?|actions?", r"trails?|logged|console|logs?|API|interface", 4),
        (r"browser|port|operating\s+system", r"versions?|types?|connections?|number", 4),
    ),
    "C06": (
        (r"internet", r"address(?:es)?", 3),
        (r"log(?:ged|s)?|logging|sign(?:ed|s)?|sign-in", (r"histor(?:y|ies)\s+of\s+access|access\s+from"
        r"|session\w*"), 3),
        (r"sessions?", r"dates?|times?|durations?|lengths?|records?|logs?|each|start\w*", 3),
        (r"network|connections?|origin|sign-?on|signed|entered|accessed", r"address(?:es)?|origin|IP", 4),
    ),
    "C05": (
        (
            r"(?<!gift )(?<!gift-)(?<!prepaid )(?<!sim )(?<!memory )(?<!business )cards?",
            r"charged|billed|debited|paid|payments?|on\s+file|bank|credit|debit|funding",
            4,
        ),
        (r"paid|pays|pay", r"how|by\s+which|manner|means|with\s+what|by\s+what|fees?|subscription", 5),
        (r"bank", r"details", 1),
        (r"financial|payment|funding", r"accounts?|instruments?|institutions?|sources?|methods?", 2),
        (r"banks?|bank\s+accounts?", r"charged|on\s+file|debited|cards?|source", 3),
    ),
    "C04": (
        (
            r"opened|opening|created|creation|closed|closing|began|begun|joined|enrol+ment|cancellation",
            r"dates?|when|day|status|time\s+of",
            7,
        ),
        (r"registration", r"dates?", 4),
        ((r"(?<!support )services?|plans?|memberships?"
        r"|subscriptions?"), (r"used|types?|kinds?|length|since|dates?|status|which"
        r"|levels?|enrolled|subscribed|taken"), 4),
    ),
    "C23": (
        (_GEAR, (r"serial|models?|registered|linked|types?|makes?|lists?|associated|attached|registrations?|paired"
        r"|identif\w+"), 5),
        (r"units|phones", r"registered|linked|paired|attached", 5),
        (r"makes?", r"models?", 2),
    ),
    "C03": (
        (r"(?:tele)?phones?|e-?mail|contacts?", r"numbers?|details|information|on\s+file|given|supplied", 3),
        (r"electronic", r"address(?:es)?", 3),
    ),
    "C02": ((r"destinations?", (r"parcels?|packages?|shipments?|orders?"
    r"|deliver\w+"), 4), (r"where", r"sent|delivered|shipped|parcels?", 5)),
    "C01": (
        (
            r"identit(?:y|ies)|identif\w+|particulars",
            (r"holders?|owners?|users?(?![\s-]+(?:agent|name))|customers?|subscribers?|persons?|purchasers?"
            r"|supplied|given"),
            5,
        ),
        (r"who", (r"(?:opened|holds|held|bought|ordered|purchased|created|registered|owns|owned|set\s+up|used"
        r"|uses)"), 3),
    ),
}  # fmt: skip
#: single words that say by themselves what is asked for
_ALONE: dict[str, str] = {
    "C10": r"saved\s+for\s+later|(?:baby|wedding|gift)\s+registr(?:y|ies)|favou?rites",
    "C11": r"browsing|\bclicks\b|search\s+activity|(?<!be )\bsearched\s+for\b|(?:[,;:]\s+|^\W*|\b(?:all|any"
    r"|every|and)\s+)"
    r"searches\b(?!\s+of)|\bsearch(?:,|\s+and|\s+&)\s+brows\w+|\bbrowse\s+(?:and|&)\s+search\b",
    "C18": r"\btitles?\s+(?:requested|obtained|accessed)\b|\bfilms?\s+and\s+songs?\s+accessed\b"
    r"|\bstream\s+each\s+title\b",
    "C13": r"^\W*(?:all\s+|any\s+)?messages\b(?!\s+to\s+(?:support|customer))"
    r"|\bstored\s+(?:\w+\s+)?communications\b|;\s*messages\b(?=\s*[;.,]|\s+and\b)"
    r"|,\s+messages\b(?=\s*[;.,]|\s+and\b)",
    "C19": r"\baudio\s+streaming\b|\bpodcasts?\b|\bplaylists?\b",
    "C21": r"\b(?:all|any|every)\s+audio\b|smart[\s-]speaker\s+(?:recordings?|audio)|\butterances?\b",
    "C22": r"\bactivations\b|(?<!by the )(?<!by a )(?<!without the )(?<!without a )wake[\s-](?:words?|times?)"
    r"|\broutines\b"
    r"|smart[\s-]home\b|\b(?:last[\s-]active|active|idle|awakened|muted|unplugged"
    r"|offline)\b(?=[^.;]{0,60}\b(?:times?|dates?|speakers?|Echo"
    r"|Alexa|assistant|active|idle|muted|unplugged|offline)\b)|\b(?:Alexa|Echo"
    r"|assistant)\b[^.;]{0,50}\bwas\s+(?:active|activated)\b"
    r"|\bnon-?content\s+(?:\w+\s+){0,2}logs?\s+of\s+the\s+(?:Alexa|Echo|speaker)",
    "C24": r"whereabouts|(?:positions?|movements?|locations?)\s+of\s+(?:\w+\s+){0,3}(?:tele)?phones?"
    r"|\bcoordinates\b|proof\s+of\s+delivery|\bgeo-?fenc\w+|\b(?:their|its)\s+positions?\b"
    r"|\bwhere\s+(?:\w+\s+){0,5}(?:devices?|tablets?|trackers?|handsets?)\s+(?:was|were|had|has)\b",
    "C26": r"\bvideo\s+recorded\b|\brecorded\s+events\b|\bfootage\b|\bmoving\s+pictures\b|\brecorded\s+(?:video"
    r"|clips)\b|\bRing\s+videos?\b|\bmotion[-\s]triggered\b",
    "C09": r"(?:adult|sexual\w*|erotic)\s+(?:\w+\s+){0,2}(?:products?|novelt\w+|literature|items?|goods|books?"
    r"|films?|devices?)",
    "C32": r"\bPINs?\b|\bpasscodes?\b|\btwo-factor\b|(?:access|API|encryption|private|secret)\s+(?:keys?|tokens?)\b",
    "C33": r"\bclinic\b|\bpatients?\b|\btreatment\s+(?:notes?|records?)|\bmedications?\b",
    "C34": r"\bkids?\b|\bminor\s+users?|\bjuvenile\b|\bparental\b|child(?:ren)?[’\']?s?[’\']?\s+(?:accounts?"
    r"|activity)"
    r"|\bprofiles?\s+(?:\w+\s+){0,4}child(?:ren)?\b",
    "C35": r"\b(?<!by )(?<!taken by )(?:the|each|any)\s+(?:delivery\s+)?drivers?\b(?![’']s?\s+(?:licen|scan))"
    r"|\bvan\s+number\b"
    r"|\bdelivery\s+associate|(?:GPS|dash-?\s?cam\w*)[^.;,]{0,40}\b(?:vans?|vehicles?|drivers?)\b"
    r"|\bdelivery\s+(?:vans?|vehicles?|drivers?)\b|\broute\s+(?:sheets?|logs?)\b"
    r"|\bshift\s+schedules?\b|\bvehicle\s+telematics\b|\bbadge\s+access\b|\bemployment\s+(?:records?|files?)\b"
    r"|\b(?:drivers?|couriers?)(?:[’\']s?)?\s+(?:names?|identity|routes?|van)\b|\b(?:names?"
    r"|identity)\s+of\s+(?:the\s+)?(?:delivery\s+)?(?:drivers?|couriers?)\b",
    "C37": r"\bpen\s+registers?\b|\bpen/trap\b|\btrap\s+and\s+trace\b|\bprospective\b[^.;]{0,30}\baddressing\b",
    "C36": r"\bfrom\s+(?:a|your|the)\s+back-?up\b|\bon\s+your\s+back-?up\b|\bback-?ups?\s+(?:tapes?|media"
    r"|systems?)\b|\b(?:in|held\s+in|from)\s+back-?ups?\b"
    r"|\bautomated\s+back-?ups?\b"
    r"|\b(?:snapshots?|cop(?:y|ies))\b[^.;,]{0,60}\bpreserv(?:ed|ation)\s+(?:in\s+response|following|requests?"
    r"|letters?)",
    "C27": r"\blive\s+(?:\w+\s+)?(?:feeds?|streams?|views?)\b|\b(?:wire|oral)\s+communications\s+(?:intercepted"
    r"|captured)\b",
    "C20": r"\b(?:aggregate|overall|anonymi[sz]ed)\s+(?:\w+\s+)?(?:view\w+|stream\w*|play\w*)\b"
    r"|\btotal\s+(?:U\.S\.\s+)?(?:number\s+of\s+)?(?:plays|streams|rentals|views)\b"
    r"|\bbulk\s+metadata\b",
    "C25": r"\b(?:live|real[-\s]time)\s+(?:location\s+)?pings?\b",
    "C15": r"\bhard[-\s]drive\s+images?\b|\bcontainer\s+images?\b",
    "C28": r"\b(?:refunds?|returns?|claims?)\s+(?:desk|department|team)\b|\bcomplaints?\b(?=\s+received"
    r"|\s*[,;.]|\s*$)|\bcustomer[’']s\s+complaints?\b|\brecorded\s+calls\b"
    r"|[”\"]\s+claims\s+made\b|\bCS\s+notes\b|\bcustomer\s+contact\s+(?:files?|logs?|records?)\b"
    r"|\bsupport\s+staff\b|\bcomplaints?\s+(?:made|filed)\b"
    r"|\b(?:missing|lost)[\s-](?:parcel|package)\s+claims?\b|\bA-to-z\b|\bcall\s+recordings?\b",
    "C29": r"\bremittances?\b|\bselling\s+accounts?\b|\bseller\s+central\b|\bmerchant\s+verification\b"
    r"|\bbeneficial\s+owners?\b"
    r"|\bdeposit\s+method\b"
    r"|\b(?:each|all|any|every)\s+sales?\s+(?:of|by)\b|\bledger\s+of\s+sales\b"
    r"|\bseller[’\']s\s+(?:\w+\s+){0,3}(?:file|registration|listing)"
    r"|inbound\s+(?:shipments?|inventory)|settlement\s+(?:reports?|statements?)|\bEIN\b",
    "C31": r"(?:value|amount|credit|sum)s?\s+(?:remaining|left)\b|stored[\s-]value|\btop-?ups\b"
    r"|\b(?:gift[\s-]card|stored)\s+funds\b|\bbalance\s+(?:ledger"
    r"|remaining)\b|\bremaining\s+balance\b"
    r"|\bledger\s+of\s+(?:\w+\s+){0,2}(?:stored|wallet|balance)|\bdigital\s+wallet\b",
    "C08": r"\border\s+info\b|\bany\s+order\b|\bthe\s+order\s+that\s+was\b|\border\s+contents\b"
    r"|\bcontents\s+of\s+the\s+(?:order|package)\b"
    r"|\b(?:itemi[sz]ed\s+)?receipts?\s+(?:for|of)\s+(?:the|each|all|any)\b|\bgoods\s+obtained\b"
    r"|\bcarted,\s+purchased\b|\b(?<!book )(?<!book-)purchases\b"
    r"|(?<!court )(?<!money )(?<!protective )(?<!restraining )\borders\b(?=\s*[,;]|\s+(?:and|of|for|placed"
    r"|delivered|paid|bought|concerned|by|from|to|with|in|on|that|which)\b|\s*$)(?!\s+(?:of|by|from)\s+(?:the"
    r"|this|any|a)\s+(?:court|judge|magistrate))"
    r"|(?:receipts?|records?|documents?|evidencing|showing)[^.;,]{0,25}\bpurchase\b|\bwho\s+(?:bought|ordered"
    r"|purchased)\b"
    r"|(?:(?<=[;:] )|^\W*)orders\b(?!\s+(?:of\s+(?:the|this)\s+court"
    r"|issued|entered))|what\s+was\s+(?:ordered|bought|sold|purchased)",
    "C14": r"\bcontact\s+lists?\b|\baddress\s+books?\b|\bcalendars?\s+(?:entries|data|items|events)\b"
    r"|\bimages\s+and\s+videos\b"
    r"|\bshared\s+folders?\b|\be-?mail\s+in\s+the\b|(?:messages|communications"
    r"|chats),?\s+(?:and\s+)?e-?mails?\b(?!\s+address)"
    r"|\be-?mails\s*,?\s+(?:and\s+)?(?:files|attachments|messages|chats|direct)\b"
    r"|^\W*electronic\s+mail\W*$|\bcontents\s+of\s+all\s+folders\b",
    "C07": r"who\s+sent\s+(?:it|each|them)\b|\bAPI\s+logs?\b|\blog\s+of\s+(?:\w+\s+){0,4}(?:views|downloads"
    r"|uploads?)\b|\b(?:read"
    r"|routing)\s+logs?\b|\bmessage\s+headers?\b|\b(?:DNS|crash|diagnostic|load\s+balancer|request|query"
    r"|visit)\s+(?:\w+\s+)?(?:logs?|data)\b|\bcookies?\b|(?:dates?|times?|sizes?)[^.;]{0,30}\bof\s+(?:each"
    r"|every)\s+(?:message|communication)\b"
    r"|Cloud\s?Trail|\bAPI\s+calls?\b|flow\s+logs|audit\s+trail|header\s+(?:data|fields)",
    "C06": r"\bsign(?:ed)?[\s-]in\b|session\s+data|access\s+logs?\s+with\s+IP",
    "C05": r"(?:what|which|whose)\s+cards?\b|payment\s+(?:particulars|instruments)",
    "C04": r"\bjoin\s+date\b|\bdates?\s+(?:subscribed|joined|established)\b|\bservices\s+enabled\b"
    r"|\bsubscriptions\s+held\b|since\s+when|how\s+long\s+(?:the|it|each|service)\b|\bopen\s+date\b"
    r"|\bmember\s+since\b|\blist\s+of\s+(?:the\s+)?services\b|\bmembership\b|type\s+of\s+account"
    r"|\bwhen\s+(?:it|(?:the|each)\s+account"
    r"|service)\s+(?:(?:was\s+)?(?:opened|created|closed|started|set\s+up)|began)",
    "C23": r"(?:[,;:]\s+|\band\s+)devices(?=\s*[,;.]|\s+and\b|\s*$)|\bhardware\b|\bDSNs?\b"
    r"|device[’']?s?\s+serial",
    "C03": r"\bcontact\s+(?:info|e-?mail)\b|\bcell\s*phones?\b|\b(?:address|name)(?:es)?,?\s+(?:and"
    r"|&)\s+(?:tele)?phones?\b|\bphone\s+(?:nos?\b|\#)|\b(?:phone|address)\s*[,&]\s*(?:and\s+)?e-?mail\b(?!s"
    r"|\s+(?:content|message))|(?<!messages, )(?<!chats, )(?<!contents of )(?<!including )\be-?mail\b(?=\s*[,;]"
    r"|\s+(?:and|or)\s+(?:IP|home|postal|street|tele|phone"
    r"|shipping|billing))"
    r"|contact\s+(?:particulars|details)",
    "C01": r"\bwho\s+the\s+account\s+belongs\b|(?:^\W*|[,;:]\s+)(?:the\s+)?account\s+(?:owner"
    r"|holder)\b(?=\s*[,;.]|\s+and\b|\s*$)",
    "C02": r"\bwhere\s+(?:\w+\s+){1,3}lives?\b|(?:postal|mailing|street|home|billing|shipping)\s+(?:and"
    r"|or)\s+(?:e-?mail|electronic)"
    r"|\bby\s+(?:post|mail)\b|\bdestinations?\b(?=\s+of)|\baddressees\b",
}


def near(category: str) -> list[str]:
    """The patterns of a category's words that stand alone and of its pairs."""
    alone = [_ALONE[category]] if category in _ALONE else []
    return [*alone, *(_near(*pair) for pair in _PAIRS.get(category, ()))]
