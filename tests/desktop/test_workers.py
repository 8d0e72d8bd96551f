"""Jobs beside the window: in order, cancelled at their next step, never fatal."""

from __future__ import annotations

import threading

import pytest

from quotecheck.desktop.workers import Settled, Worker, trace_of
from quotecheck.errors import QuoteCheckError


@pytest.fixture
def worker(qtbot):
    worker = Worker()
    yield worker
    worker.stop()


def test_results_arrive_in_order_in_the_main_thread(qtbot, worker) -> None:
    heard, threads = [], set()

    def listen(job, result) -> None:
        heard.append((job, result))
        threads.add(threading.current_thread())

    worker.advanced.connect(listen)
    first = worker.ask(lambda _pulse: iter("ab"))
    second = worker.ask(lambda _pulse: iter("c"))
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert heard == [(first, "a"), (first, "b"), (second, "c")]
    assert threads == {threading.main_thread()}


def test_a_cancelled_job_stops_at_its_next_step(qtbot, worker) -> None:
    reached, go_on, steps = threading.Event(), threading.Event(), []

    def job(_pulse):
        for step in range(100):
            steps.append(step)
            yield step
            reached.set()
            go_on.wait(10)

    number = worker.ask(job)
    assert reached.wait(10)
    with qtbot.waitSignal(worker.cancelled) as ended:
        worker.cancel(number)
        go_on.set()
    assert ended.args == [number]
    assert len(steps) == 2


def test_what_was_done_for_good_is_told_to_who_has_just_cancelled(qtbot, worker) -> None:
    reached, go_on, heard = threading.Event(), threading.Event(), []
    worker.advanced.connect(lambda _number, result: heard.append(result))

    def job(_pulse):
        reached.set()
        go_on.wait(10)
        yield Settled("written")
        yield "and more"

    number = worker.ask(job)
    assert reached.wait(10)
    with qtbot.waitSignal(worker.cancelled):
        worker.cancel(number)
        go_on.set()
    assert heard == ["written"]


def test_a_job_that_waits_is_cancelled_before_it_begins(qtbot, worker) -> None:
    gate, begun = threading.Event(), []

    def waiting(_pulse):
        gate.wait(10)
        yield 1

    worker.ask(waiting)
    second = worker.ask(lambda _pulse: iter([begun.append(1)]))
    worker.cancel(second)
    with qtbot.waitSignal(worker.cancelled):
        gate.set()
    assert not begun


def test_the_pulse_counts_and_says_when_to_stop(qtbot, worker) -> None:
    reached, go_on, answers = threading.Event(), threading.Event(), []

    def job(pulse):
        answers.append(pulse(10))
        reached.set()
        go_on.wait(10)
        answers.append(pulse(20))
        raise QuoteCheckError("Stopped half-way.")
        yield

    with qtbot.waitSignal(worker.counted) as counted:
        number = worker.ask(job)
    assert counted.args == [number, 10]
    assert reached.wait(10)
    with qtbot.waitSignal(worker.cancelled), qtbot.assertNotEmitted(worker.failed):
        worker.cancel(number)
        go_on.set()
    assert answers == [True, False]


def test_an_error_of_the_user_is_a_sentence(qtbot, worker) -> None:
    def job(_pulse):
        raise QuoteCheckError("The file is empty; open another one.")
        yield

    with qtbot.waitSignal(worker.failed) as failed:
        worker.ask(job)
    assert failed.args[1] == "The file is empty; open another one."


def test_a_bug_is_reported_and_the_next_job_is_done(qtbot, worker) -> None:
    def job(_pulse):
        yield 1 / 0

    with qtbot.waitSignal(worker.crashed) as crashed:
        worker.ask(job)
    assert "ZeroDivisionError" in crashed.args[1]
    with qtbot.waitSignal(worker.advanced) as advanced:
        worker.ask(lambda _pulse: iter(["still here"]))
    assert advanced.args[1] == "still here"


def test_stopping_cancels_and_runs_what_comes_last(qtbot) -> None:
    where = []
    worker = Worker(at_end=lambda: where.append(threading.current_thread() is threading.main_thread()))
    worker.ask(lambda _pulse: iter(range(10_000_000)))
    worker.stop()
    assert where == [False]
    assert worker.isFinished()


def test_where_a_failure_came_from_can_be_told(qtbot, worker) -> None:
    def failing(_pulse):
        raise QuoteCheckError("The ship has sailed. Take the next one.") from OSError("no ship")
        yield

    with qtbot.waitSignal(worker.failed) as failed:
        worker.ask(failing)
    assert "no ship" in trace_of(failed.args[1])
    assert trace_of("Something nobody said.") == ""


def test_what_is_asked_once_it_has_stopped_starts_nothing(qtbot, worker) -> None:
    worker.ask(lambda _pulse: iter("a"))
    worker.stop()
    begun = []
    worker.ask(lambda _pulse: iter([begun.append(1)]))
    assert not worker.isRunning()
    assert not begun
