"""Ways between panels: through the lanes and gaps, never through a panel."""

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.drawing import Point
from exports.routing import Grid, Place, Plan, plan, rounded

GRID = Grid(5, 300, 120, (380.0, 420.0, 150.0))
PLACES = [*(Place(row, column) for row in (0, 1) for column in range(5)), Place(2, None)]
pairs = st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES)).filter(lambda pair: pair[0] != pair[1])


def box(place: Place, found: Plan) -> tuple[float, float, float, float]:
    left = 0 if place.column is None else GRID.left(place.column)
    wide = GRID.width if place.column is None else GRID.wide
    top = found.tops[place.row]
    return left, top, left + wide, top + GRID.heights[place.row]


def on_edge(point: Point, bounds: tuple[float, float, float, float]) -> bool:
    (x, y), (left, top, right, bottom) = point, bounds
    return left <= x <= right and top <= y <= bottom and (x in (left, right) or y in (top, bottom))


def crosses(one: Point, other: Point, bounds: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = bounds
    (x1, x2), (y1, y2) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return x1 < right and x2 > left and y1 < bottom and y2 > top


@given(st.lists(pairs, unique=True, max_size=40))
@settings(deadline=None)
def test_every_way_leads_from_edge_to_edge_and_through_no_panel(asked: list[tuple[Place, Place]]) -> None:
    found = plan(GRID, asked)
    assert len(found.routes) == len(asked)
    for (start, end), route in zip(asked, found.routes, strict=True):
        assert on_edge(route.points[0], box(start, found))
        assert on_edge(route.points[-1], box(end, found))
        for one, other in zip(route.points, route.points[1:], strict=False):
            assert one[0] == other[0] or one[1] == other[1]
            assert not [place for place in PLACES if crosses(one, other, box(place, found))]


@given(st.lists(pairs, unique=True, max_size=40))
@settings(deadline=None)
def test_words_in_lanes_do_not_cover_each_other_and_stay_on_the_sheet(asked: list[tuple[Place, Place]]) -> None:
    found = plan(GRID, asked)
    words = [route.word for route in found.routes]
    assert len({(round(x), round(y)) for x, y in words}) == len(words)
    assert all(0 <= x <= GRID.width and 0 <= y <= found.height for x, y in words)


def test_without_links_rows_stand_close_and_a_lane_grows_with_its_tracks() -> None:
    none, one = plan(GRID, []), plan(GRID, [(Place(0, 0), Place(1, 3))])
    two = plan(GRID, [(Place(0, 0), Place(1, 3)), (Place(0, 1), Place(1, 4))])
    assert none.tops[0] == 0
    assert none.height < one.height < two.height


def test_a_corner_is_cut_round() -> None:
    points = rounded(((0, 0), (0, 100), (100, 100)), 8)
    assert (points[0], points[-1]) == ((0, 0), (100, 100))
    assert (0, 100) not in points
    assert len(points) == 7
