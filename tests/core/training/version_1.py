"""A model file of format version 1, written when runs could not be continued yet. Not a test itself.

2-3-2 on XOR with batch normalization, dropout, Adam, a cosine and weight decay: 8 of 18 iterations, six to an
epoch.
"""

from __future__ import annotations

import base64
import json
import zlib
from pathlib import Path

from tests.core.training.model_files import about, rewritten

WRITTEN = zlib.decompress(
    base64.b64decode(
        """
    eNrNWHtsU1UYL+9RRCBMQQihXJBupoz77u0evRgRQxAySMAQhXLWnrWX3d5b72Mw5hIe8ojiICCROCPhYUg0EUwQDWwphEg0okFDIgEj
    IRJFnoIu0T8gnnMf7Xq3LiQlZl3ues7X833n933n933faesXDBla7rNf03wP5jCVe0b4fPjxI0laTUC5arWuKq3+ANGoamlgENUBogHE
    mzKampklg4aAtYgIoQXNUNMlVUErKDyFazNQk9JQwTrIQIBQoLFG1ZqcaYCQlIxpxHRpHUQiOmTJZNCCzKD5q3hqL0TiJklJ4K1BY6Ok
    QCLkiE1FMvBixhU0SADPDc2ErkhCa9wte5pK5cwECF1KpgESklUklRM2A9mE2JpiyrItbLPe2kJ9YmsARjwVU1CYiP6WaVA2+12QQKFV
    TSPnpAYMaGGjuf7UioSG/n9Dg/+vcI5S1fWc9ZxtXW000mCts4HFKkts2lHDBiwHCUMDCJ+SzNElAQwQ06FFwbWqZltwou6QiCFJW6qD
    dEa2lQk9ZTY2yjDhKKgZQ0qj5VpvbCAB0i4wGQINbx/Lhd/1n0irmNVm2pJGHGEDNADVS0LbkogrA3ImBRyZI4IZXZKttMHBzIVFTsTw
    icXiqqbBuGEnViOQdejPcYDQ4ymYMGXY25W4qufZQCRB2jlE1wfdgJkYzKjxFD4jinT3lVVVsxf22GYNlJIpI5aAcdBih8KJBYqSkjRS
    uQx05jHTJhbhbOCAhRBDY/3WKWPThGRAFF7bN8EqGphZlsStAU6p6LHQOWLLto3GFliEiTmsQwHmyLDAsbzACXyYJrmei0A8bmogbjvj
    fgJ1o4c2w9JIjWYRpXiOFnqsKVR2+dobJ1+IkyqCU6AYSmDDDEMyaEAyxXGSZJ9QBZKMMCQVYXmWp+iiQEnaDjzOTlRTlISadguzlUMw
    l6yoVBixJFSwKxYbiPoXXuJZ9xgNOyFaXSLZUxRlho7QFMXRYZZnGB4Fnw+TAkLG8iQZxnKSdWgmKXFcmniOZxmKokmGjXBhJhLmBVag
    yAjJkhyFVCMcw7BMDyKmUEKYkmIwtNNlcKFDc5i00pnhIyyKJsnzuSriFtNSXAuTHEuzNB3mKeRShOdIgUbhjqAJ8o0l0bExXKFryFs2
    gjxjWS7CsWFBEHieDlPoHTnHCgITFsIoIMVcI3u5RrMkLSCrFOmkj7+tvqB5rzPbK0+hEX5w88b0gHqVkmnZvWjpwvrlg3zNvtZgAupx
    LVgdCNY2CsFQIIjKL2KaElO1BMTyebjAILmeAhmI5hVCqDIUaAuU8PLff/vZ7LbLd8TlaDDm9B1x883FXz787pZ4prvitSsbb4pnd8VC
    4+7eEK8f27Do5OSb4vOHRxv+7hviqtC/X+268odY6OePh1e8sReN8DMOPRmggTREaafPfoXqx132kdylQwGmNIf9ozIzs8MOXOi6+v23
    4jMrKsTqfy5lry3p6Cp048SI4NntaLS9txsNpbvBlH5qg+5N7Fqd3FSz8faFzkLom58rO+JCf6oQutVnBgT8fVu3iOI4RXx3vOIh0NJo
    aJgLv9wTedzDBwL6uw/au+Jn2rvGdbd7eHOobM65YvSnHwP0AF0i/SuWj812EFx0xdR92UVvDY52Cluinxzv8BzCp0N3Ht2GRtv6oD/9
    GLK45BOAp9rrEqe80V/yYWfQ5c4E9FgdYrZmKtZNMQ2BMiDoMyH9Qee5xe/VVrWxntwtv34ul7tP93KgGWgDAn+4ZaoYDWwVV/6+3sOb
    HR+f/9zlDa49ucv8bDODvh/01/CkR2t4pYJH8MscuIXQF240an9GI/xMKoCe1EBCQt8oYuhLUOncLzn+/qofKup2y2uy4w9erJXTtXV3
    771Td0KsELVfZjFHvjjNbP/7/c/YP3d2tqw5JarnXxQXjr8UfXnaUXHK3kWiEqyru0zO65p/dV32ypwWcWo3nR05hRN37D+Q3bn/gOc4
    R5aPOuHGZGJBTPTXTaDBgRKRSfen1CyrVKO3ZoQik6sn1XRNP1bdsedq3cWx+4NTVm2qOHh5dXD7/IPV37ROFL9eNj16rXJO3f7bD6MT
    ZrBR4zhd0xrha07+tDE6s3ZDdC45PFo2d2T04l8Xrad+waDB5UOK/wrjvtYP8hX8JuPV814A83pdI3peB7163gtVXu+jsj6uV15170Um
    ry6P7ONa41X3Xiby6kF/kauF14S3oedN/Obvu717LXibat7CoVF9tFivureZ5dWbnuijtXnVvU0lr06MLtpivEa8hT1v5NfRxcq814a3
    uOZtHHyySKn1mvAWubyJlWP6K3leO97CkLejjS1eJuoXDBuOV41GfwuG+HxvWqfxH5SsDco=
        """
    )
)


def as_version_1(path: Path) -> None:
    """Make a file of today one of version 1. For a place inside a shuffled epoch version 1 has another state
    of the generator, that after the present order was drawn."""
    description = {**about(path), "version": 1}
    del description["run"]
    rewritten(path, {"model.json": json.dumps(description, indent=1).encode()})
