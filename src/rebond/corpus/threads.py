"""Threads: which posts belong to one exchange, rebuilt from what each says it answers.

A thread bears the id of its root where one is told, else of the highest post it leads to, even one that nobody
captured. Quotes and reposts speak to others: they begin or carry, and do not continue. docs/decisions/0062.
"""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.linked import groups
from rebond.tables import THREADS


def threads_of(posts: pa.Table) -> pa.Table:
    """THREADS: of every post that names a parent or a root, and of every post named so. In ascending order.

    posts: post_id, kind, parent_id, root_id of POSTS, in any order.
    """
    posts = posts.filter(pc.not_equal(posts["kind"], "repost"))
    quotes = pc.equal(posts["kind"], "quote")
    parents = pc.if_else(pc.or_(quotes, pc.equal(posts["parent_id"], posts["post_id"])), None, posts["parent_id"])
    answers, told = pc.is_valid(parents), pc.is_valid(posts["root_id"])
    columns = [posts["post_id"].filter(answers), parents.filter(answers),
               posts["post_id"].filter(told), posts["root_id"].filter(told)]  # fmt: skip
    ids = pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.string())
    nodes = pc.unique(ids).sort()
    children, above, members, roots = (pc.index_in(column, nodes).to_numpy() for column in columns)
    of = groups(len(nodes), np.append(children, members), np.append(above, roots))
    return pa.table([nodes, nodes.take(pa.array(_names(of, children, roots)))], schema=THREADS)


def _names(of: np.ndarray, children: np.ndarray, roots: np.ndarray) -> np.ndarray:
    """The post after which the thread of each is named, shape (n,): one that answers nothing, best a root that is told.

    Where two are as good (exports that contradict each other, or a circle), the first by id.
    """
    answers, told = np.zeros((2, len(of)), bool)
    answers[children], told[roots] = True, True
    order = np.lexsort((~told, answers, of))  # stable, so by id at the end
    _, best = np.unique(of[order], return_index=True)
    name = np.zeros(len(of), np.int64)
    name[of[order][best]] = order[best]
    return name[of]
