"""Work is shared out completely, once, and what goes wrong in a hand is heard."""

import multiprocessing
import os
import subprocess
import sys
import threading

import numpy as np
import pytest

from workshop.links import hands


@pytest.mark.parametrize("number", [0, 1, 2, 3, 100])
def test_every_piece_is_done_exactly_once(number):
    done = []
    hands.share_out(done.append, range(number))
    assert sorted(done) == list(range(number))


@pytest.mark.parametrize("length, wanted", [(32, 4), (33, 4), (3, 8), (1, 1), (0, 3)])
def test_cut_covers_everything_without_overlap(length, wanted):
    pieces = hands.cut(length, wanted)
    assert [i for piece in pieces for i in range(length)[piece]] == list(range(length))
    assert all(piece.stop > piece.start for piece in pieces)


def test_an_error_in_any_piece_is_raised_and_the_hands_go_on_working_afterwards():
    def work(piece):
        if piece == 7:
            raise ZeroDivisionError("piece 7")

    for _ in range(20):
        with pytest.raises(ZeroDivisionError, match="piece 7"):
            hands.share_out(work, range(16))
    test_every_piece_is_done_exactly_once(100)


def test_sharing_out_within_a_shared_piece_does_not_wait_for_itself():
    done = []
    hands.share_out(lambda outer: hands.share_out(lambda inner: done.append((outer, inner)), range(5)), range(5))
    assert len(set(done)) == len(done) == 25


def test_scratch_belongs_to_one_thread_and_one_name():
    mine = hands.scratch("a", (3, 4), np.float32)
    assert mine.shape == (3, 4) and mine.dtype == np.float32
    assert np.shares_memory(mine, hands.scratch("a", (2, 2), np.float64))
    assert not np.shares_memory(mine, hands.scratch("b", (3, 4), np.float32))
    theirs = []
    thread = threading.Thread(target=lambda: theirs.append(hands.scratch("a", (3, 4), np.float32)))
    thread.start()
    thread.join()
    assert not np.shares_memory(mine, theirs[0])


def count_of(**environment):
    """[hands, threads of each BLAS] in a fresh Python."""
    code = (
        "from workshop.links import hands; import threadpoolctl; "
        "print(hands.count(), *(library['num_threads'] for library in threadpoolctl.threadpool_info()))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, stdout=subprocess.PIPE, check=True
    )
    return [int(number) for number in told.stdout.split()]


def test_there_are_as_many_hands_as_blas_was_allowed_threads_and_blas_keeps_one():
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
    assert count_of(**dict.fromkeys(names, "2"))[:1] == [2] or os.cpu_count() == 1
    assert count_of(**dict.fromkeys(names, "1"))[:1] == [1]
    assert set(count_of(**dict.fromkeys(names, "2"))[1:]) <= {1}


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
def test_a_forked_process_has_hands_of_its_own():
    hands.share_out(lambda _: None, range(10))
    child = multiprocessing.get_context("fork").Process(target=hands.share_out, args=(print, range(10)))
    child.start()
    child.join(20)
    assert child.exitcode == 0
