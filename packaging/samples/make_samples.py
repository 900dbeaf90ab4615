"""Draws the invented served papers in resources/samples. By hand: ``python packaging/samples/make_samples.py``.

A folder named as the only argument takes the place of resources/samples.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from served import (
    administrative,
    agency_letters,
    court_orders,
    federal_warrants,
    freight_ring,
    grand_jury,
    pleadings,
    silence,
    state_warrants,
)
from served.sheet import register_fonts

PAPERS: dict[str, Callable[[], bytes]] = {
    "01_federal_warrant_five_demands.pdf": federal_warrants.five_demands,
    "02_federal_warrant_seller.pdf": federal_warrants.answered_in_full,
    "03_dea_subpoena_fax.pdf": administrative.content_asked,
    "04_grand_jury_subpoena_unsigned.pdf": grand_jury.unsigned_wrong_company,
    "05_federal_warrant_silence_order.pdf": silence.silence_runs,
    "06_federal_warrant_counterfeit.pdf": pleadings.counterfeit_goods,
    "07_preservation_letter_fbi.pdf": agency_letters.preservation,
    "08_2703d_order_without_finding.pdf": court_orders.finding_missing,
    "09_grand_jury_subpoena_no_account.pdf": grand_jury.nothing_there,
    "10_state_grand_jury_content.pdf": agency_letters.state_grand_jury,
    "11_federal_warrant_silence_ended.pdf": silence.silence_ended,
    "12_california_warrant_calecpa.pdf": state_warrants.calecpa,
    "13_washington_warrant_rcw_10_96.pdf": state_warrants.out_of_state,
    "14_grand_jury_subpoena_new.pdf": grand_jury.new_today,
    "15_king_county_warrant.pdf": state_warrants.home_state,
    "16_2703d_order_silence_order.pdf": court_orders.with_silence_order,
    "17_federal_warrant_many_accounts.pdf": freight_ring.many_accounts,
    "18_federal_warrant_montana.pdf": pleadings.before_amendment,
    "19_amended_warrant_montana.pdf": pleadings.amended,
    "20_application_for_warrant.pdf": pleadings.application,
    "21_dea_subpoena_subscriber.pdf": agency_letters.plain_subpoena,
    "22_minnesota_warrant.pdf": state_warrants.minnesota,
}


def main(arguments: list[str]) -> None:
    """Writes every paper."""
    here = Path(__file__).resolve().parents[2] / "resources" / "samples"
    folder = Path(arguments[0]) if arguments else here
    folder.mkdir(parents=True, exist_ok=True)
    register_fonts()
    for name, draw in PAPERS.items():
        data = draw()
        (folder / name).write_bytes(data)
        print(f"{name}  {len(data) // 1024} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
