from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.page import ROOM, Screen, rerun


def form() -> Screen:
    screen = Screen()
    field, button = ForwardMsg(), ForwardMsg()
    field.delta.new_element.text_input.id = "$$ID-0f1e-name"
    button.delta.new_element.button.id = "$$ID-2d3c-come_in"
    screen.take(field)
    screen.take(button)
    return screen


def finished(how: "ForwardMsg.ScriptFinishedStatus.ValueType") -> ForwardMsg:
    return ForwardMsg(script_finished=how)


def room() -> ForwardMsg:
    message = ForwardMsg()
    message.delta.new_element.bidi_component.component_name = ROOM
    return message


def test_a_name_is_typed_and_the_button_pressed_in_one_wish() -> None:
    screen = form()
    wish = rerun("join", "w=abc", screen.filled(name="Anna"), screen.pressed("come_in")).rerun_script
    assert (wish.page_name, wish.query_string) == ("join", "w=abc")
    assert {state.id: state.string_value or state.trigger_value for state in wish.widget_states.widgets} == {
        "$$ID-0f1e-name": "Anna",
        "$$ID-2d3c-come_in": True,
    }


def test_a_page_is_complete_when_its_script_is_through() -> None:
    screen = form()
    assert not screen.is_complete()
    screen.take(finished(ForwardMsg.FINISHED_SUCCESSFULLY))
    assert screen.is_complete()


def test_who_comes_in_waits_for_the_room_behind_the_form() -> None:
    screen = form()
    screen.take(finished(ForwardMsg.FINISHED_EARLY_FOR_RERUN))
    screen.take(room())
    assert not screen.is_complete(until=ROOM)
    screen.take(finished(ForwardMsg.FINISHED_SUCCESSFULLY))
    assert screen.is_complete(until=ROOM)


def test_a_form_that_comes_back_is_not_the_room() -> None:
    screen = form()
    screen.take(finished(ForwardMsg.FINISHED_SUCCESSFULLY))
    assert not screen.is_complete(until=ROOM)
