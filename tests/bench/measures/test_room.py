from bench.measures.room import memory


def test_memory_counts_when_everyone_was_in_with_page_and_socket() -> None:
    assert memory({"pages": 50, "dropped": 0, "server_peak_mb": 270.0, "server_pss_mb": 240.0}).kept


def test_memory_of_an_emptier_room_is_no_figure() -> None:
    for missing in ({"pages": 49, "dropped": 0}, {"pages": 50, "dropped": 1}):
        row = memory(missing | {"server_peak_mb": 270.0, "server_pss_mb": 240.0})
        assert row.value is None
        assert not row.kept
