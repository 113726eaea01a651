"""Which receipts are one expense, who paid it, and what is left to the family (docs/spec/expenses.md)."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Optional

from numerals import capitals, fen, yuan

Receipt = dict[str, Any]
Number = tuple[str, str, str]

LINK_OF_LIST = {"fiscal-e-detail": "detail-list", "settlement": "settlement-list"}
CLAIMABLE = {
    "fiscal-e-outpatient",
    "fiscal-e-inpatient",
    "fiscal-paper-outpatient",
    "fiscal-paper-inpatient",
    "tax-e-invoice",
    "vat-e-invoice",
}
DATA_FILES = {"xml", "ofd", "pdf", "interface"}
PAYMENTS = ("pooledFund", "otherPayments", "personalAccount", "personalCash")
FUNDS = {
    "pooledFund": "pooled-fund",
    "civilServantAid": "civil-servant",
    "enterpriseSupplement": "enterprise-supplement",
    "residentCriticalIllness": "catastrophic",
    "employeeLargeAmount": "large-amount",
    "disabilityFund": "disabled-military",
    "medicalAid": "medical-aid",
    "otherFunds": "other-fund",
}
FAMILY_LAYERS = {"personal-account", "family-account", "personal-cash"}
# REQ-EXP-038; who is not named here pays last.
ORDER_OF_PAYERS = {
    "basic-insurance": 1,
    "pooled-fund": 1,
    "catastrophic-insurance": 2,
    "catastrophic": 2,
    "large-amount": 2,
    "other-payments": 2,
    "medical-aid": 3,
    "supplementary-insurance": 4,
    "commercial-insurance": 4,
    "huimin": 4,
    "commercial": 4,
    "civil-servant": 4,
    "enterprise-supplement": 4,
    "disabled-military": 4,
    "other-fund": 4,
    "mutual-fund": 5,
    "government-aid": 6,
    "charity": 7,
}
LAST = 8
SOURCES = ("payments", "settlement", "total-less-funds")

Shares = list[tuple[str, int]]


class Part(NamedTuple):
    """What one paper says that the family bore, and who paid before it."""

    source: str
    family: int
    payers: Shares


@dataclass
class Paper:
    """A receipt and what it is by itself (REQ-EXP-003)."""

    receipt: Receipt
    kind: str
    number: Optional[Number]
    key: Optional[Number] = None
    reason: Optional[str] = None

    @property
    def id(self) -> str:
        return self.receipt["receiptId"]

    @property
    def settlement(self) -> dict[str, Any]:
        return self.receipt.get("settlement", {})

    @property
    def settled(self) -> Optional[tuple[str, str]]:
        """The identity of its settlement: region and id."""
        pair = self.settlement.get("region"), self.settlement.get("settlementId")
        return pair if all(pair) else None


@dataclass
class Expense:
    """The papers with one key: those that count, and duplicates, which are heard all the same (REQ-EXP-010)."""

    bills: list[Paper] = field(default_factory=list)
    lists: list[Paper] = field(default_factory=list)

    @property
    def papers(self) -> list[Paper]:
        return self.bills + self.lists


def expenses(receipts: list[Receipt], application: Optional[dict[str, Any]] = None) -> dict[str, Any]:
    """Expenses, and the receipts that do not count (REQ-EXP-004, REQ-EXP-005)."""
    papers = sorted((_paper(receipt) for receipt in receipts), key=lambda paper: paper.id)
    names = _Names(papers)
    found: dict[Number, Expense] = defaultdict(Expense)
    _place_bills(papers, names, found)
    gone = _no_longer_standing(papers, names)
    for key, reason in gone.items():
        for paper in found.pop(key, Expense()).bills:
            paper.reason = reason
    _drop_voided_reissues(papers)
    for expense in found.values():
        expense.bills = [paper for paper in expense.bills if paper.reason in (None, "duplicate")]
    standing = {key: expense for key, expense in found.items() if expense.bills}
    _place_lists(papers, names, standing, gone)
    results = [_Result(expense) for _, expense in sorted(standing.items())]
    _doubt_twins(results)
    _add_help(results, application or {})
    return {
        "expenses": [result.told() for result in results],
        "uncounted": [{"receiptId": p.id, "reason": p.reason} for p in papers if p.reason is not None],
    }


def _paper(receipt: Receipt) -> Paper:
    kind, reason = receipt["kind"], None
    links = {link["relation"] for link in receipt.get("lineage", [])}
    total = fen(receipt.get("total"))
    if kind in ("prepayment", "pharmacy-slip", "other"):
        what = "none"
        reason = {"other": "not-a-bill"}.get(kind, kind)
    elif "red-bill" in links:
        what = reason = "red-bill"
    elif kind in LINK_OF_LIST:
        what = "list"
    elif total is not None and total < 0:
        what, reason = "none", "negative-total"
    elif receipt.get("currency", "CNY") != "CNY":
        what, reason = "none", "not-in-yuan"
    elif "issuedOn" in receipt and not _exists(receipt["issuedOn"]):
        what, reason = "none", "unreadable-date"
    elif "split-copy" in links:
        what = "split-copy"
    elif "paper-reissue" in links:
        what = "re-issue"
    else:
        what = "bill"
    return Paper(receipt, what, _number_of(receipt, kind), reason=reason)


def _exists(day: str) -> bool:
    try:
        datetime.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _number_of(source: dict[str, Any], kind: str = "") -> Optional[Number]:
    """The number that a receipt or link bears (REQ-EXP-002)."""
    fiscal = ("fiscal", source.get("billCode", ""), source.get("billNumber", ""))
    tax = ("tax", "", source.get("taxInvoiceNumber", ""))
    vat = ("vat", source.get("vatCode", ""), source.get("vatNumber", ""))
    order = [fiscal, tax, vat]
    order.sort(key=lambda number: not {"tax-e-invoice": "tax", "vat-e-invoice": "vat"}.get(kind, "fiscal") == number[0])
    for number in order:
        form, code, serial = number
        if form == "fiscal" and code and serial:
            return number
        if form == "tax" and re.fullmatch("[0-9]{20}", serial):
            return number
        if form == "vat" and re.fullmatch("[0-9]{12}", code) and re.fullmatch("[0-9]{8}", serial):
            return number
    return None


class _Names:
    """To which bills numbers and links lead ("Bills and re-issues")."""

    def __init__(self, papers: list[Paper]) -> None:
        self.by_id: dict[str, set[Number]] = defaultdict(set)
        for paper in papers:
            if paper.number:
                self.by_id[paper.id].add(paper.number)
        self.leads: dict[Number, set[Number]] = defaultdict(set)
        for paper in papers:
            if paper.kind == "re-issue" and paper.number:
                self.leads[paper.number] |= self.named(paper, "paper-reissue") - {paper.number}
            if paper.kind == "bill" and paper.number:
                for check in paper.receipt.get("verifications", []):
                    code, number = check.get("reissuedCode"), check.get("reissuedNumber")
                    if code and number and ("fiscal", code, number) != paper.number:
                        self.leads[("fiscal", code, number)].add(paper.number)
        for paper in papers:
            if paper.kind == "bill" and not paper.receipt["kind"].startswith("fiscal-paper"):
                self.leads.pop(paper.number, None)  # type: ignore[arg-type]

    def named(self, paper: Paper, relation: str) -> set[Number]:
        """The numbers, as they stand, that the links of one kind name."""
        numbers = set()
        for link in paper.receipt.get("lineage", []):
            if link["relation"] == relation:
                number = _number_of(link)
                numbers |= {number} if number else set()
                if link.get("receiptId") != paper.id:
                    numbers |= self.by_id.get(link.get("receiptId", ""), set())
        return numbers

    def ends(self, numbers: Iterable[Number]) -> set[Number]:
        """The bills for which numbers stand; numbers that lead in a circle stand for the least of them."""
        result = set()
        for number in numbers:
            for reached in self._reach(number):
                circle = self._reach(reached)
                if all(reached in self._reach(other) for other in circle):
                    result.add(min(circle))
        return result

    def bills(self, paper: Paper, relation: str) -> set[Number]:
        return self.ends(self.named(paper, relation))

    def _reach(self, number: Number) -> set[Number]:
        seen, pending = set(), [number]
        while pending:
            current = pending.pop()
            if current not in seen:
                seen.add(current)
                pending += self.leads.get(current, ())
        return seen


def _place_bills(papers: list[Paper], names: _Names, found: dict[Number, Expense]) -> None:
    """REQ-EXP-001 and REQ-EXP-007 to REQ-EXP-010."""
    for paper in papers:
        if paper.kind == "bill" and paper.number and names.ends([paper.number]) != {paper.number}:
            paper.kind = "re-issue"
        if paper.kind == "bill":
            if paper.number is None:
                paper.reason = "no-number"
            paper.key = paper.number
        elif paper.kind == "re-issue":
            named = names.named(paper, "paper-reissue") | names.leads.get(paper.number, set())  # type: ignore[arg-type]
            ends = names.ends(named)
            if len(ends) == 1:
                paper.key = next(iter(ends))
            else:
                paper.reason = "names-several-bills" if ends else "reissue-names-no-bill"
    for paper in sorted(papers, key=_rank):
        if paper.key is None or paper.reason is not None:
            continue
        expense = found[paper.key]
        counting = (before for before in expense.bills if not _is_voided_reissue(before))
        if paper.number and any(paper.number == before.number for before in counting):
            paper.reason = "duplicate"
        expense.bills.append(paper)


def _rank(paper: Paper) -> tuple[bool, bool, bool, str]:
    """REQ-EXP-009."""
    on_paper = paper.receipt["kind"].startswith("fiscal-paper")
    from_file = paper.receipt.get("recording", {}).get("method") in DATA_FILES
    return paper.kind != "bill", on_paper, not from_file, paper.id


def _no_longer_standing(papers: list[Paper], names: _Names) -> dict[Number, str]:
    """REQ-EXP-011 to REQ-EXP-013: of several reasons the first."""
    gone: dict[Number, str] = {}
    for paper in papers:
        if paper.kind == "red-bill" and paper.receipt["kind"] in CLAIMABLE:
            for key in names.bills(paper, "red-bill"):
                gone[key] = "reversed"
    for paper in papers:
        if paper.kind in ("bill", "re-issue"):
            own = {paper.number} if paper.number else set()
            for key in names.bills(paper, "replacement") - names.ends(own | names.named(paper, "paper-reissue")) - own:
                gone.setdefault(key, "replaced")
    same: dict[Number, list[Paper]] = defaultdict(list)
    for paper in papers:
        if paper.kind == "bill" and paper.key:
            same[paper.key].append(paper)
    for key, several in same.items():
        if _voided(several):
            gone.setdefault(key, "no-longer-stands")
    return gone


def _drop_voided_reissues(papers: list[Paper]) -> None:
    """REQ-EXP-014."""
    for paper in papers:
        if paper.key and paper.reason in (None, "duplicate") and _is_voided_reissue(paper):
            paper.reason = "no-longer-stands"


def _is_voided_reissue(paper: Paper) -> bool:
    return paper.kind == "re-issue" and _voided([paper])


def _voided(papers: list[Paper]) -> bool:
    """Whether the latest verification says reversed or voided."""
    latest: list[tuple[str, bool]] = []
    for paper in papers:
        checks = paper.receipt.get("verifications", [])
        if checks:
            at = max(check["at"] for check in checks)
            last = [check for check in checks if check["at"] == at][-1]
            says = last["result"] in ("reversed", "voided") or last.get("reversed", False) or last.get("voided", False)
            latest.append((at, says))
    return bool(latest) and max(latest)[1]


def _place_lists(papers: list[Paper], names: _Names, found: dict[Number, Expense], gone: dict[Number, str]) -> None:
    """REQ-EXP-015 to REQ-EXP-018."""
    red = {paper.number for paper in papers if paper.kind == "red-bill" and paper.number}
    settled: set[tuple[str, str]] = set()
    for paper in papers:
        if paper.kind not in ("list", "split-copy"):
            continue
        keys = _bills_of_list(paper, names, found)
        if len(keys) != 1:
            paper.reason = "names-several-bills" if keys else "names-no-bill"
            continue
        paper.key = next(iter(keys))
        if paper.key in gone:
            paper.reason = gone[paper.key]
        elif paper.key not in found:
            paper.reason = "of-red-bill" if paper.key in red else "bill-not-here"
        else:
            if paper.receipt["kind"] == "settlement" and paper.settled:
                if paper.settled in settled:
                    paper.reason = "duplicate"
                settled.add(paper.settled)
            found[paper.key].lists.append(paper)


def _bills_of_list(paper: Paper, names: _Names, found: dict[Number, Expense]) -> set[Number]:
    relation = LINK_OF_LIST.get(paper.receipt["kind"], "split-copy") if paper.kind == "list" else "split-copy"
    keys = names.bills(paper, relation)
    if not keys and paper.kind == "list" and paper.number:
        keys = names.ends([paper.number])
    if not keys and paper.settled:
        keys = {key for key, e in found.items() if any(bill.settled == paper.settled for bill in e.bills)}
    if not keys and _visit(paper):
        keys = {key for key, e in found.items() if any(_visit(bill) == _visit(paper) for bill in e.bills)}
    return keys


def _visit(paper: Paper) -> Optional[tuple[str, str]]:
    pair = paper.receipt.get("issuer", {}).get("code"), paper.receipt.get("businessNumber")
    return pair if all(pair) else None


def _comes_to(receipt: Receipt) -> Optional[int]:
    """What a bill comes to; where everything else agrees against the total, that (REQ-RCP-075)."""
    total, words = fen(receipt.get("total")), capitals(receipt.get("totalInWords"))
    if total is None:
        return words
    amounts = receipt.get("amounts", {})
    others = [words, fen(receipt.get("taxInvoice", {}).get("grossAmount"))]
    if all(name in amounts for name in PAYMENTS):
        others.append(sum(fen(amounts[name]) or 0 for name in PAYMENTS))
    items = receipt.get("items", [])
    if items and receipt.get("itemsComplete") and all("amount" in item for item in items):
        others.append(sum(fen(item["amount"]) or 0 for item in items))
    stated = [amount for amount in others if amount is not None]
    return stated[0] if len(stated) >= 2 and len(set(stated)) == 1 else total


class _Result:
    """What the papers of one expense come to."""

    def __init__(self, expense: Expense) -> None:
        self.expense = expense
        self.doubts: set[str] = set()
        self.parts: list[Part] = []
        incomplete: list[Part] = []
        usable: list[int] = []
        bills = sorted(expense.bills, key=lambda bill: bill.reason == "duplicate")  # what counts comes first
        totals = [_comes_to(bill.receipt) for bill in bills]
        for bill, total in zip(bills, totals):
            part = self._divide_bill(bill.receipt, total, incomplete)
            if part is not None:
                self.parts.append(part)
                usable.append(total)  # type: ignore[arg-type]
        settlements = [p.settlement for p in bills if p.settlement]
        settlements += [p.settlement for p in expense.lists if p.receipt["kind"] == "settlement" and p.settlement]
        stated = usable + [total for total in totals if total is not None]
        stated += [t for t in (fen(s.get("amounts", {}).get("total")) for s in settlements) if t is not None]
        self.billed: Optional[int] = stated[0] if stated else None
        for settlement in settlements:
            part = self._divide_settlement(settlement)
            if part is not None:
                self.parts.append(part)
            elif settlement.get("layers") or "personalCash" in settlement.get("amounts", {}):
                self.doubts.add("settlement-does-not-add-up")
        if len({part.family for part in self.parts}) > 1 or len({t for t in totals if t is not None}) > 1:
            self.doubts.add("papers-differ")
        self._work_out_burden()
        giving = [part for part in self._firm() if part.family == self.before]
        if giving and all(any(part is other for other in incomplete) for part in giving):  # REQ-EXP-021
            self.doubts.add("funds-incomplete")

    def _divide_bill(self, receipt: Receipt, total: Optional[int], incomplete: list[Part]) -> Optional[Part]:
        """REQ-EXP-019 to REQ-EXP-024."""
        amounts = receipt.get("amounts", {})
        paid = {name: fen(amounts[name]) or 0 for name in PAYMENTS if name in amounts}
        account_and_cash = paid.get("personalAccount", 0) + paid.get("personalCash", 0)
        own = {"personalAccount", "personalCash"} <= set(paid)
        funds = {"pooledFund", "otherPayments"} <= set(paid)
        printed = [fen(amounts.get(name)) for name in ("selfPaidInCatalogue", "selfPaidOutOfCatalogue")]
        if None not in printed and own and sum(printed) != account_and_cash:  # type: ignore[arg-type]
            self.doubts.add("split-not-trusted")
        extra = [fen(one.get("value")) or 0 for one in receipt.get("extraAmounts", [])]
        rest = None if total is None else total - sum(paid.values())
        payers = [("basic-insurance", paid.get("pooledFund", 0)), ("other-payments", paid.get("otherPayments", 0))]
        if not paid:
            self.doubts.add("payments-missing")
        elif any(amount < 0 for amount in paid.values()) or rest is None or rest < 0:
            self.doubts.add("payments-do-not-add-up")
        elif rest == 0:
            return Part("payments", account_and_cash, payers)
        elif own and funds:
            if rest in extra or rest == sum(extra):
                return Part("payments", account_and_cash, [*payers, ("printed-apart", rest)])
            self.doubts.add("payments-do-not-add-up")
        elif own and not extra:
            payers[1] = ("other-payments", paid.get("otherPayments", 0) + rest)
            incomplete.append(Part("payments", account_and_cash, payers))
            return incomplete[-1]
        elif funds and not extra:
            return Part("total-less-funds", rest + account_and_cash, payers)
        else:
            self.doubts.add("payments-missing")
        return None

    def _divide_settlement(self, settlement: dict[str, Any]) -> Optional[Part]:
        """REQ-EXP-025 to REQ-EXP-027."""
        layers = [(one.get("layer") or one["payer"], fen(one["amount"]) or 0) for one in settlement.get("layers", [])]
        if layers and all(amount >= 0 for _, amount in layers) and sum(amount for _, amount in layers) == self.billed:
            ours = FAMILY_LAYERS | {"family"}
            family = sum(amount for name, amount in layers if name in ours)
            return Part("settlement", family, [share for share in layers if share[0] not in ours])
        amounts = {name: fen(text) or 0 for name, text in settlement.get("amounts", {}).items()}
        if "personalCash" not in amounts:
            return None
        payers = [(code, amounts[name]) for name, code in FUNDS.items() if name in amounts]
        funds = sum(amount for _, amount in payers)
        if funds != amounts.get("fundTotal", funds):
            funds = amounts["fundTotal"]
            payers = [("other-payments", funds)]
        used = {*FUNDS, "fundTotal", "hospitalBorne", "personalAccount", "familyAccount", "personalCash", "total"}
        if any(amounts.get(name, 0) < 0 for name in used) or amounts.get("total", self.billed) != self.billed:
            return None
        own = amounts.get("personalAccount", 0) + amounts["personalCash"]
        hospital = amounts.get("hospitalBorne", 0)
        for family in (own, own + amounts.get("familyAccount", 0)):
            if funds + hospital + family == self.billed:
                return Part("settlement", family, [*payers, ("hospital-borne", hospital)])
        return None

    def _firm(self) -> list[Part]:
        """The parts from which the burden may be taken (REQ-EXP-029)."""
        return [part for part in self.parts if part.source != "total-less-funds"] or self.parts

    def _work_out_burden(self) -> None:
        """REQ-EXP-029 to REQ-EXP-035 and REQ-EXP-037."""
        firm = self._firm()
        self.before: Optional[int] = min((part.family for part in firm), default=None)
        giving = [part for part in firm if part.family == self.before]
        self.source = min((part.source for part in giving), key=SOURCES.index, default=None)
        giving.sort(key=lambda part: part.source != "settlement")
        self.payers: Shares = list(giving[0].payers) if giving else []
        reimbursed, unknown = self._reimbursements()
        self.payers += reimbursed
        self.left: Optional[int] = None
        if unknown:
            self.doubts.add("reimbursement-unknown")
        elif self.before is not None:
            self.left = self.before - sum(amount for _, amount in reimbursed)
            if self.left < 0:
                self.left = 0
                self.doubts.add("reimbursed-too-much")

    def _reimbursements(self) -> tuple[Shares, bool]:
        most: dict[tuple[str, int], int] = defaultdict(int)
        days: dict[tuple[str, int], set[str]] = defaultdict(set)
        unknown = False
        for paper in self.expense.papers:
            here: dict[tuple[str, int], int] = defaultdict(int)
            for one in paper.receipt.get("laterReimbursements", []):
                if one.get("status", "settled") != "settled":
                    continue
                amount = fen(one.get("amount"))
                if amount is None:
                    unknown = True
                    continue
                share = one["payer"], amount
                here[share] += 1
                if "paidOn" in one:
                    days[share].add(one["paidOn"])
            for share, count in here.items():
                most[share] = max(most[share], count)
        shares = [share for share in sorted(most) for _ in range(max(most[share], len(days[share])))]
        return shares, unknown

    def told(self) -> dict[str, Any]:
        burden: dict[str, Any] = {}
        if self.before is not None:
            burden["before"] = yuan(self.before)
            burden["source"] = self.source
        if self.left is not None:
            burden["left"] = yuan(self.left)
        if self.doubts:
            burden["doubts"] = sorted(self.doubts)
        payers = sorted(
            (share for share in self.payers if share[1] and share[0] != "family"),
            key=lambda share: ORDER_OF_PAYERS.get(share[0], LAST),
        )
        result: dict[str, Any] = {
            "papers": [{"receiptId": p.id, "role": _role(p)} for p in self.expense.papers if p.reason is None],
            "payers": [{"payer": payer, "amount": yuan(amount)} for payer, amount in payers],
            "burden": burden,
        }
        if self.billed is not None:
            result["billed"] = yuan(self.billed)
        return result


def _add_help(results: list[_Result], application: dict[str, Any]) -> None:
    """Help that charities gave for the receipts of one expense; it is not taken off the burden (REQ-EXP-039)."""
    given = [one for one in application.get("otherHelp", {}).get("charity", []) if one.get("status") == "received"]
    for result in results:
        ids = {paper.id for paper in result.expense.papers}
        told = [amount for payer, amount in result.payers if payer == "charity"]
        for one in given:
            amount, receipts = fen(one.get("amount")), set(one.get("receiptIds", []))
            if amount is None or not receipts or not receipts <= ids:
                continue
            if amount in told:  # a later reimbursement says it already
                told.remove(amount)
            else:
                result.payers.append(("charity", amount))


def _role(paper: Paper) -> str:
    if paper.kind == "list":
        return LINK_OF_LIST[paper.receipt["kind"]]
    return {"re-issue": "paper-reissue"}.get(paper.kind, paper.kind)


def _doubt_twins(results: list[_Result]) -> None:
    """REQ-EXP-036."""
    for one in results:
        for other in results:
            if one is not other and _twins(one, other):
                one.doubts.add("maybe-twice")


def _twins(one: _Result, other: _Result) -> bool:
    a, b = one.expense.bills[0].receipt, other.expense.bills[0].receipt
    issuers = [r.get("issuer", {}).get("code") or r.get("issuer", {}).get("name") for r in (a, b)]
    same = [issuers, [r.get("issuedOn") for r in (a, b)], [one.billed, other.billed]]
    if any(pair[0] is None or pair[0] != pair[1] for pair in same):
        return False
    serials = {r.get("businessNumber") for r in (a, b)}
    return None in serials or len(serials) == 1
