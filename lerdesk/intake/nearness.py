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
    r"messages?|messaging|communications?|correspondence|chats?|conversations?|exchanges?"
    r"|e-?mails?(?!\s+(?:and\s+\w+\s+)?address)|texts?|DMs?"
)
_OTHERS = (
    r"buyers?|sellers?|merchants?|vendors?|suppliers?|traders?|third[\s-]part(?:y|ies)|another|any(?:one"
    r"|body)"
    r"|(?:other|fellow)\s+(?:users?|persons?|people|members?|parties|customers?|accounts?|shoppers?)"
)
_PICTURES = r"pictures?|photos?|photographs?|images?|videos?|films?|(?<!log )files?"
_THINGS = r"goods|items?|products?|merchandise|articles?|what|everything|anything|things|wares"
_GEAR = r"devices?|hardware|equipment|e-?readers?|readers?|tablets?|speakers?|handsets?|trackers?|cameras?"

#: two words of which neither says what is asked for, but both together do
_PAIRS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "C13": (
        (_TALK, _OTHERS, 5),
        (r"(?<!non-)(?<!non )contents?|substance|text|words|body|bodies|wording", _TALK, 4),
        (r"wrote|written|said|sent", _OTHERS, 3),
    ),
    "C14": (
        (_PICTURES, r"cloud|drive|upload\w*|stored|saved|kept|synced|held|storage|library|albums?", 5),
        (r"documents?", r"cloud|upload\w*|synced", 5),
        (_PICTURES, r"(?-i:Photos|Drive)", 4),
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
        (r"pages?", r"reached|read|turned", 2),
    ),
    "C18": (
        (_FILMS, _WATCHED, 5),
        (r"titles?", r"watched|streamed|rented|video|films?|streaming", 5),
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
    "C22": ((r"wake|triggered|routines?|activations?", r"logs?|lists?|times?|records?|words?|events?", 4),),
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
    "C26": ((r"cameras?|doorbells?", r"clips?|videos?|footage|recordings?|images?|motion|films?", 6),),
    "C28": (
        (
            (r"chats?|calls?|e-?mails?|contacts?|messages?|recordings?|conversations?|correspondence|tickets?"
            r"|complaints?"),
            r"support|helpdesk|customer\s+(?:service|care)|representatives?|associates?",
            9,
        ),
        (r"sought|asked|requests?", r"(?:support|help)\s+(?:staff|team|desk|from)", 4),
    ),
    "C29": (
        (r"tax(?:payer)?", r"numbers?|papers|forms?|identification|identifiers?|documents?|interview", 4),
        (r"deposit|pay-?out", r"accounts?|instruments?|bank|schedules?", 3),
        (r"sums?|amounts?|money|funds", r"disbursed|remitted|paid\s+out|transferred\s+to", 4),
        (r"sales|units", r"value|volumes?|figures|dollar|gross|monthly|revenue|totals?", 4),
        (r"business|company|trade", r"licen[cs]es?|registrations?", 2),
    ),
    "C30": (
        (r"cards?|codes?|vouchers?|certificates?", (r"prepaid|pre-paid|gift|claim|redeem\w*|loaded"
        r"|redemptions?"), 5),
    ),
    "C31": ((r"balances?", r"stored|running|wallet|prepaid|credits?|cards?", 4),),
    "C12": ((r"comments?|questions?|answers?|posts?", r"posted|public|published|product\s+pages?", 4),),
    "C10": ((r"items?|products?|goods", r"saved|favou?rit\w+|later|wish\w*", 3),),
    "C11": (
        (r"quer(?:y|ies)|terms?|words|phrases?|searches", r"typed|entered|search\w*|engine|looked\s+up", 4),
        (r"products?|items?|pages?|listings?|goods", r"visited|looked\s+at|browsed|clicked|viewed|seen", 4),
    ),
    "C08": (
        (
            r"(?<!of )purchases?|transactions?|cancellations?|refunds?|(?<!tax )returns?|shipments?",
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
        (r"network|connections?", r"address(?:es)?|origin", 3),
    ),
    "C05": (
        (
            r"(?<!gift )(?<!gift-)(?<!prepaid )(?<!sim )(?<!memory )(?<!business )cards?",
            r"charged|billed|debited|paid|payments?|on\s+file|bank|credit|debit|funding",
            4,
        ),
        (r"paid|pays|pay", r"how|by\s+which|manner|means|with\s+what|by\s+what|fees?|subscription", 5),
        (r"bank", r"details|information", 1),
        (r"financial|payment|funding", r"accounts?|instruments?|institutions?|sources?|methods?", 2),
        (r"banks?|bank\s+accounts?", r"charged|on\s+file|debited|cards?|source", 3),
    ),
    "C04": (
        (
            r"opened|opening|created|creation|closed|closing|began|begun|enrol+ment|cancellation",
            r"dates?|when|day|status|time\s+of",
            5,
        ),
        (r"registration", r"dates?", 4),
        (r"services?|plans?|memberships?|subscriptions?", (r"used|types?|kinds?|length|since|dates?|status|which"
        r"|levels?|enrolled|subscribed|taken"), 4),
    ),
    "C23": (
        (_GEAR, (r"serial|models?|registered|linked|types?|makes?|lists?|associated|registrations?|paired"
        r"|identif\w+"), 5),
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
            r"holders?|owners?|users?|customers?|subscribers?|persons?|purchasers?|supplied|given",
            5,
        ),
        (r"who", (r"(?:opened|holds|held|bought|purchased|created|registered|owns|owned|set\s+up|used"
        r"|uses)"), 3),
    ),
}  # fmt: skip
#: single words that say by themselves what is asked for
_ALONE: dict[str, str] = {
    "C10": r"saved\s+for\s+later|(?:baby|wedding|gift)\s+registr(?:y|ies)|favou?rites",
    "C11": r"browsing|\bclicks\b|search\s+activity",
    "C19": r"\bpodcasts?\b|\bplaylists?\b",
    "C21": r"\b(?:all|any|every)\s+audio\b|smart[\s-]speaker\s+(?:recordings?|audio)|\butterances?\b",
    "C22": r"\bactivations\b|wake[\s-]words?|\broutines\b|smart[\s-]home\b",
    "C24": r"whereabouts|(?:positions?|movements?|locations?)\s+of\s+(?:\w+\s+){0,3}(?:tele)?phones?"
    r"|\bcoordinates\b|proof\s+of\s+delivery|\bgeo-?fenc\w+|\b(?:their|its)\s+positions?\b"
    r"|\bwhere\s+(?:\w+\s+){0,5}(?:devices?|tablets?|trackers?|handsets?)\s+(?:was|were|had|has)\b",
    "C26": r"\bfootage\b",
    "C29": r"inbound\s+(?:shipments?|inventory)|settlement\s+(?:reports?|statements?)|\bEIN\b",
    "C31": r"stored[\s-]value|\btop-?ups\b",
    "C08": r"\b(?<!book )(?<!book-)purchases\b|(?:(?<=[;:] )|^\W*)orders\b(?!\s+(?:of\s+(?:the|this)\s+court"
    r"|issued|entered))|what\s+was\s+(?:ordered|bought|sold|purchased)",
    "C07": r"(?:dates?|times?|sizes?)[^.;]{0,30}\bof\s+(?:each|every)\s+(?:message|communication)\b"
    r"|Cloud\s?Trail|\bAPI\s+calls?\b|flow\s+logs|audit\s+trail|header\s+(?:data|fields)",
    "C06": r"\bsign(?:ed)?[\s-]in\b|session\s+data|access\s+logs?\s+with\s+IP",
    "C05": r"payment\s+(?:particulars|instruments)",
    "C04": r"since\s+when|how\s+long\b|\bmembership\b|type\s+of\s+account|\bwhen\s+(?:it|(?:the|each)\s+account"
    r"|service)\s+(?:(?:was\s+)?(?:opened|created|closed|started|set\s+up)|began)",
    "C23": r"(?:[,;:]\s+|\band\s+)devices(?=\s*[,;.]|\s+and\b|\s*$)|\bhardware\b|\bDSNs?\b"
    r"|device[’']?s?\s+serial",
    "C03": r"\be-?mail\b(?=\s*[,;]|\s+(?:and|or)\s+(?:IP|home|postal|street|tele|phone|shipping|billing))"
    r"|contact\s+(?:particulars|details)",
    "C01": r"\baccount\s+(?:owner|holder)\b(?=\s*[,;.]|\s+and\b|\s*$)",
    "C02": r"(?:postal|mailing|street|home|billing|shipping)\s+(?:and|or)\s+(?:e-?mail|electronic)"
    r"|\bdestinations?\b(?=\s+of)|\baddressees\b",
}


def near(category: str) -> list[str]:
    """The patterns of a category's words that stand alone and of its pairs."""
    alone = [_ALONE[category]] if category in _ALONE else []
    return [*alone, *(_near(*pair) for pair in _PAIRS.get(category, ()))]
