"""Dutch and English words that stand in texts about anything, small and without accents."""

_DUTCH = """
aan acht af al alle alleen allemaal als alsof altijd ander andere anders beetje ben bent best beter bij bijna binnen
blijf blijft blijven buiten daar daarna daarom dan dat de der deze die dit doe doen doet door drie dus echt een eens
eerder eerst eerste eigen eigenlijk elk elkaar elkaars elke en enkele er eraan erbij erg erin ermee ernaar erop eruit
ervan even ga gaan gaat ge geen gewoon goed goede graag haar had hadden heb hebben hebt heeft heel hele helft hem hen
het hetzelfde hier hoe hoef hoeft hoeveel hoort horen hun ieder iedere iedereen iemand iets ik in is ja jaar je jij
jou jouw jullie kan keer ken kennen kent kom komen komt kon konden krijg krijgen krijgt kun kunnen laat laten later
liever maak maakt maar mag maken me mee meer meest meestal men met mij mijn minder misschien moest moet moeten mogen
morgen na naar naast nee negen nergens net niemand niet niets nieuw nieuwe niks nodig nog nooit nou nu nul of om omdat
onder ons onze ook op opnieuw over overal pas per samen sinds snel soms staan staat steeds straks te tegen ten ter
terug terwijl tien tijdens toch toe toen tot tussen twee uit uw vaak van vanaf veel vele verder vier vijf vind vinden
vindt volgens voor vooraf vooral voordat vorig vorige waar waarom waarop wanneer want ware waren was wat we weer weet
weg weinig wel welk welke werd werken werkt weten wie wiens wij wil wilde willen wilt word worden wordt zal ze zeer
zeg zeggen zegt zelf zelfde zelfs zes zet zetten zeven zich zie zien ziet zij zijn zit zitten zo zoals zodat zolang
zonder zou zouden zowel zulke
"""
_ENGLISH = """
able about above after again against all almost alone along already also although always am an and another any anyone
anything are aren't around as at away back be because been before being below between both but by can can't cannot
could couldn't did didn't do does doesn't doing don't done down during each eight either else enough even ever every
everyone everything few first five for four from further get gets getting give given go goes going good had has hasn't
have haven't having he her here hers herself him himself his how however i'd i'll i'm i've if in instead into is isn't
it it's its itself just keep know known last least less let like made make makes many may maybe me might mine more
most much must my myself need needs never new next nine no nobody none nor not nothing now of off often on once one
only onto or other others our ours ourselves out over own per perhaps please put rather really same say says see seem
seems seven several shall she should shouldn't since six so some someone something soon still such take ten than that
that's the their theirs them themselves then there there's these they they're thing things this those though three
through to together too toward towards two under until up upon us use used using very via want wants was wasn't way we
we're well were what when where whether which while who whole whom whose why will with within without won't would
wouldn't yes yet you you're your yours yourself zero
"""
STOPWORDS = frozenset(f"{_DUTCH} {_ENGLISH}".split())
