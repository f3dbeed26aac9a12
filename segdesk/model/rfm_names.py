"""The standard names that go with recency, frequency and money."""

from __future__ import annotations

SEGMENTS = {
    "champions": "555 554 544 545 454 455 445",
    "loyal": "543 444 435 355 354 345 344 335",
    "potential loyalists": "553 551 552 541 542 533 532 531 452 451 442 441 431 453 433 432 423 "
    "353 352 351 342 341 333 323",
    "new": "512 511 422 421 412 411 311",
    "promising": "525 524 523 522 521 515 514 513 425 424 413 414 415 315 314 313",
    "need attention": "535 534 443 434 343 334 325 324",
    "about to sleep": "331 321 312 221 213 231 241 251",
    "at risk": "255 254 245 244 253 252 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124",
    "can't lose": "155 154 144 214 215 115 114 113",
    "hibernating": "332 322 233 232 223 222 132 123 122 212 211",
    "lost": "111 112 121 131 141 151",
}
"""Scores of recency, frequency and money in this order, by the name of the segment.

Source: the table that marketing programs share, among them Bloomreach Engagement ("RFM segmentation")
and Squeezely ("How to use the RFM app"). It names each of the 125 scores once.
"""

SEGMENT_OF = {int(score): name for name, listed in SEGMENTS.items() for score in listed.split()}

SCORE_PREFIX = "rfm_"
"""Columns that only repeat recency, frequency and money; no name and no card speaks of them."""


def code_of(name: str) -> str:
    """Give a standard name's code: ``can't lose`` → cant_lose."""
    return name.replace("'", "").replace(" ", "_")
