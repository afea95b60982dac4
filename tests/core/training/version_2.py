"""A model file of format version 2, written when that version was today's. Not a test itself.

The run of `version_1`, at the same iteration, with a learning rate that was doubled after the fifth.
"""

from __future__ import annotations

import base64
import zlib

WRITTEN = zlib.decompress(
    base64.b64decode(
        """
    eNrNWA2IXNUVnrimxLHG/GqrJX15GGcj4+77/9nNzDNaU2pIWCO2BCvPuzN3Zt7u+8v72d10uzRNsdm2UWuExhLRqFTbukppXah1
    h7G0pFtR0GpVqMaAUCSRKIItQrG99/3Mm3k7swRGys7ydt4975xzz893zzlvRnb3XbwpE362Zk4dvu2eWy/JZPCVRRTDKkN9YMy1
    zOksQVYsxwAeOUSQo6A0bjuWfb0ORomAicwjhgnouJplIg4GL+GUDR3NgCaWQQoI0oTepOWMR0uC1Ezb91RX+w6MZBBNBweRGrS+
    Ay9DRkQe18wy3hpUKpoJyXxE9k3Nw8xsTBjVAF57jg9jkoZ44i1bVdWaagjS1aoGQERqgKKbxAmg+xBrM31dD4kzwddMvqNto8Ar
    1VQThYlcjs2Bur8sQxmF1vK9ppMO8GBgG8MvJ9YlNMz/NzT4/51RKi3XbWpv6natimeAqWiDAFUB2Q+jhhUEDpKeA5B9ZrUJlzLw
    gOrCAIJTlhNqiKIegYilqJDqAsPWQ2HSrfmVig7LkYBle5qB2J2ltoEyMGLDdAgcvL3aDD8VhZI0LIxq3wiockQchR6gl1CYkCLH
    NKDbNRDRIhK0XU0Pjg0OZjMselnFGVNLluPAkhcerArQXZhtYoB0SzVY9nW41JWS5SZoIKvAiJIY5ZB0PWir0LZKNZwjmor31S3L
    CRlbtpmEWrXmqWVYAgfDUERYQFEyq16teQKjteqHwCKjDSJjIcSmceEKYgyh0KqBY1Q2SD3ej9Q8iGIeOiwFlSRkRZS4MET1o4Ux
    ynuwYWhiSAhQpEZQRFHnKVHiOUHiJUFkKL6VCZRKvgNKoYfxE+h6LdIsxyAxhkM4E3hGauFpF45BvNROod1OuoudoiyyAsWxjMTS
    vLicnRTV0VTkpcALFM/xPCNwHN/NVE6Ww9DjQ4tKjVm2jLheB0cLNs8wqiCeWoUmdiYACTly09cFLs6uF56T6Rhf4VKkeV6gRUES
    GFFiWZkVJA4RBEGUZU4UWVqkRVaK0KeZJVyxkOEcS9MMxXIyL7IykuYkmpIpjuJpSmJlnmU5tgWfNXROfM30WCZBAl7DanDKWZ6h
    ZaSMlpvFJa6xPbmGostwDCMKNI/cEXhKQvsgkwWR5gSOYmmJ5bk212ie4WTkGUqIzHOiJEkCiguNvpFznCSxoiTyjHjhrjEcxUhI
    K916gBzfjFMIp3AhDHLIUGFxTLAXRQJMBsCMnsYlRW1ns3VgmrCsNrEclA0prNSWB/SOT0o1YFZhs51HAVx6HtBsAAwc01TZjR6i
    YtjWgdAkMRmV5LhnBD0HNT0v5J2O0gwBXt0RPtVQNQUOrPh6UkqDgHk1BzG6sVw4mMS4JzUDVKHq1oANW4o0aTvQBk0/cIA0kwy9
    1oHrJl6TVIQjGne4O9Ge2ZmRtsHrxq88dvwFdIcvPHjhUwzdAdM++MDe2/eM7F+VmchM58rQLTm5ISK3oyLl8kQOtU5UEEzVcsoQ
    03dhjxA9sBSt+6X89jwxQ/TwyX78k22N2X+cV/ajm8v/eF65+9ytv//s5Q+UP33S/+13D59TTh1T8+s/PKu8/+z39z5/9TlFfEXr
    m3fPKkPGydf+9c/3lXY/B2+7evpBdIev9ejC8TMgQoM7+C16GXe5C3KXyRNsbw5nf/aX/sbYk7+o//flReWt+jblwPw7ja1n/lpv
    d2PPR8cnj6K7o0vdGO3dDbb3rO37VK4/9cOHdkwRHy+0m37xnxeJ2PTN7aYHM8KKMJ968ogysr+mHIG1FICk4cdvj83flIo8nr9W
    gvWnd9brxNhCfXzfQgo36/pyc93gz3wOphNMj/CfOLGx8ejhG4v/3vVQ46Zjbxaev/f+4tyZB1NJeP2nJ/pn0d1sB/gzn8Mp7jkD
    808sFNCViv6Ghb7ZGDtXoito44OoVwbtxoDAXBHw2Xry0YVfPf3wjhfuFlJn9/GXXlwbO3DFEgcmgLMi7K+4X1XGDx1R1tx/KIWb
    +379ynyMG1x7mi9ig76N3u2Wa3jahTW8Xo1H5q+JzG03/cXPpKNvozt8XdVmetUBZQ29DaroBbZ37Pcc/+wzMxsKh7d7jTOb39vR
    eObawg/GjhQW912r/G3NLLvFP/G75zaPM9mhRxauI+rK3xdvUIh73iyuv+VpZe6TbyhPbN9TOMV8s/7Beb9xaK+n3FwcaFxfoZS3
    8icbb+RPptI5P/Obu+KYfKktJu4BH41ZKyUihQNbhv/z8FhxMV+Uj5378vCae+eGRredLlyT/XHuo3Wv5nb+qJL75c/nhoZ3blbe
    eGpL8VW7UCj94dPinpcGi1/bOzS8cXVx+Ozx7xUn9O8Wn915UfG3u1YXvQ9fL/roGtm96qJNfd1/QYs/h1Zl2n5PS8ulB8BE7uAl
    reNgWi49UCVyINthvEqLpweZRLz/0g5jTVo8PUwk4u9d2mW0SKtIN/RExWNf7Nze0xrSTTXRcNdlHVpsWjzdzBLx3NoOrS0tnm4q
    ifjptV1bTFpJurAnSh65vFuZT+tIF9dEh7quS6lNq0gXuUTFVeuXK3lpPenCkOgZ2NC9TIzsXv0FzHUZ+tvdl8ncsBGv/gd3hI0V
        """
    )
)
