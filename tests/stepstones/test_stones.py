"""The questions on the ten stones cover all that the method must prompt for."""

import pytest

from stepstones.content import LANGUAGES, content
from stepstones.stones import STONES
from stepstones.texts import Content

MUST_PROMPT_FOR = {
    "who the customer really is": "segment.who",
    "B2B, B2C, C2C": "segment.who.kinds",
    "industry or segment": "segment.who.sector",
    "local, national, international": "segment.who.reach",
    "the customer's customer (chain)": "segment.who.chain",
    "traits": "segment.profile.traits",
    "profiles": "segment.profile.profiles",
    "personas": "segment.profile.personas",
    "decision-making unit": "segment.decision.unit",
    "influencers": "segment.decision.influencers",
    "what matters in the relation": "segment.relation",
    "yesterday's customer": "segment.time.yesterday",
    "today's customer": "segment.time.today",
    "tomorrow's customer": "segment.time.tomorrow",
    "what the customer wants": "proposition.needs",
    "distinct needs": "proposition.needs.distinct",
    "one-off need": "proposition.rhythm.once",
    "recurring need": "proposition.rhythm.recurring",
    "evolving need": "proposition.rhythm.evolving",
    "benefits sought": "proposition.benefits.sought",
    "needs beside the basic one": "proposition.benefits.beside",
    "which needs are important to meet": "proposition.benefits.important",
    "products and services": "proposition.offer.products",
    "their synergy": "proposition.offer.synergy",
    "entry products": "proposition.offer.entry",
    "added services (guarantee, upgrade)": "proposition.offer.services",
    "the story told": "content.story",
    "help in choosing": "content.help.choosing",
    "help in using": "content.help.using",
    "content that strengthens the proposition": "content.strengthen",
    "how-to": "content.strengthen.howto",
    "examples": "content.strengthen.examples",
    "FAQ": "content.strengthen.faq",
    "status": "content.strengthen.status",
    "showing what is done with the money": "content.strengthen.money",
    "how questions are answered": "content.answers",
    "user-generated content": "content.users.kinds",
    "processes with the customer in them": "journey.processes",
    "inbound": "journey.processes.inbound",
    "outbound": "journey.processes.outbound",
    "contact moments": "journey.moments.contact",
    "customer journeys": "journey.moments.journey",
    "attention": "journey.decision.attention",
    "interest": "journey.decision.interest",
    "decision": "journey.decision.choice",
    "action": "journey.decision.action",
    "suspect": "journey.cycle.suspect",
    "prospect": "journey.cycle.prospect",
    "customer": "journey.cycle.customer",
    "ex-customer": "journey.cycle.past",
    "acquisition": "journey.growth.acquisition",
    "cross-selling": "journey.growth.cross",
    "retention": "journey.growth.retention",
    "campaigns": "journey.growth.campaigns",
    "events": "journey.growth.events",
    "which channels exist": "channels.ways",
    "how many contact moments each has": "channels.count",
    "web portal, chat": "channels.ways.web",
    "telephone and mobile": "channels.ways.phone",
    "social": "channels.ways.social",
    "e-mail": "channels.ways.email",
    "direct mail, post": "channels.ways.post",
    "counter or visit": "channels.ways.visit",
    "how uniform the picture of the customer is": "channels.picture",
    "who has customer contact": "teams.contact",
    "first line": "teams.contact.first",
    "second line": "teams.contact.second",
    "external partners": "teams.contact.partners",
    "front and back office": "teams.contact.offices",
    "skills": "teams.skills.skills",
    "routing of contacts": "teams.routing",
    "scripts": "teams.guidance.scripts",
    "instructions": "teams.guidance.instructions",
    "which systems support the processes": "systems.support",
    "which information matters": "systems.matters",
    "which is collected": "systems.collected",
    "how to reach a 360-degree view": "systems.whole",
    "conditions of supervisors": "legal.supervision.conditions",
    "duty of care": "legal.supervision.duty",
    "hallmark for charities": "legal.supervision.hallmark",
    "special conditions": "legal.terms.special",
    "guarantees": "legal.terms.guarantees",
    "delivery terms": "legal.terms.delivery",
    "customer data and privacy": "legal.privacy",
    "size and share": "market.type.size",
    "maturity": "market.type.maturity",
    "complexity and dynamics": "market.type.dynamics",
    "barriers to enter and leave": "market.type.barriers",
    "competitors": "market.competitors.similar",
    "what sets us apart": "market.difference",
    "partners in a chain": "market.partners.chain",
    "partners in a network": "market.partners.network",
    "business objectives": "goals.organisation.objectives",
    "brand values": "goals.values.words",
    "customer objectives": "goals.customers.objectives",
    "how results are measured": "goals.measures",
    "RFM": "goals.measures.rfm",
    "customer value": "goals.measures.worth",
    "satisfaction": "goals.measures.satisfaction",
    "share of wallet": "goals.measures.share",
    "NPS": "goals.measures.nps",
}
"""What the method must prompt for, and the question or prompt that does."""
TERMS = {
    "segment.who.kinds": ("B2B", "B2C", "C2C"),
    "journey.decision": ("AIDA",),
    "systems.whole": ("360",),
    "goals.measures.rfm": ("RFM",),
    "goals.measures.nps": ("NPS",),
    "content.users.kinds": ("user-generated content",),
}
"""Terms of the field that stand in the text in either language."""


@pytest.fixture(params=LANGUAGES)
def texts(request: pytest.FixtureRequest) -> Content:
    return content(request.param)


def texts_by_id(texts: Content) -> dict[str, str]:
    found = {}
    for question in (question for stone in texts.stones for question in stone.questions):
        found[question.id] = question.text
        found.update({prompt.id: prompt.text for prompt in question.prompts})
    return found


def test_the_stones_stand_in_their_order(texts: Content) -> None:
    assert [(stone.id, stone.number) for stone in texts.stones] == list(zip(STONES, range(1, 11), strict=True))


def test_all_the_method_must_prompt_for_is_prompted_for(texts: Content) -> None:
    assert set(MUST_PROMPT_FOR.values()) <= texts_by_id(texts).keys()


@pytest.mark.parametrize("id", TERMS)
def test_terms_of_the_field_are_named(id: str, texts: Content) -> None:
    text = texts_by_id(texts)[id]
    assert [term for term in TERMS[id] if term not in text] == []


def test_a_stone_has_three_to_five_questions_with_two_to_six_prompts(texts: Content) -> None:
    for stone in texts.stones:
        assert 3 <= len(stone.questions) <= 5, stone.id
        assert [q.id for q in stone.questions if not 2 <= len(q.prompts) <= 6] == []
