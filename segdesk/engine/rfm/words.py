"""What the words in a column's name mean in a file of sales: English, German, French, Amharic.

Accents and case don't matter. Words that are written together are taken apart
(``Rechnungsdatum``, ``invoicedate``), Amharic is known in its own letters and in Latin ones.
"""

from __future__ import annotations

import unicodedata
from enum import Enum, auto
from functools import lru_cache

from segdesk.model.words import words


class Word(Enum):
    """What a word is about; ``AGAINST`` makes a number something else than a sale's money."""

    CUSTOMER = auto()
    LOYALTY = auto()
    NAME = auto()
    ID = auto()
    UNIQUE = auto()
    INVOICE = auto()
    TRANSACTION = auto()
    PURCHASE = auto()
    DATE = auto()
    LATER_DATE = auto()
    OTHER_DATE = auto()
    AMOUNT = auto()
    TOTAL = auto()
    NET = auto()
    COST = auto()
    QUANTITY = auto()
    PRICE = auto()
    UNIT = auto()
    CATEGORY = auto()
    SUB = auto()
    FAMILY = auto()
    PRODUCT = auto()
    CURRENCY = auto()
    STATUS = auto()
    AGAINST = auto()
    FILLER = auto()
    UNKNOWN = auto()


_MEANINGS = {
    Word.CUSTOMER: """
        customer client cust member user shopper buyer household patron guest consumer kunde kunden
        kd kaufer kaeufer mitglied acheteur adherent denbegna dembegna denbenya ደንበኛ
    """,
    Word.LOYALTY: "loyalty membership account fidelite treue",
    Word.NAME: "name fullname vorname nachname nom sim ስም",
    Word.ID: """
        id ids no nr num number nummer numero code key ref reference uuid guid card karte carte n
        kennung kutir meleya ቁጥር መለያ
    """,
    Word.UNIQUE: "unique",
    Word.INVOICE: """
        invoice receipt bill order basket ticket voucher slip bon kassenbon beleg rechnung rechnungs
        bestellung bestell auftrag auftrags quittung facture commande recu deresegn ደረሰኝ
    """,
    Word.TRANSACTION: "transaction trans tran trx txn transaktion verkauf verkaufs vente shiyach ሽያጭ",
    Word.PURCHASE: "purchase visit kauf einkauf achat gebeya visite besuch ግዢ",
    Word.DATE: "date datum dt day time timestamp datetime jour tag ken qen ቀን",
    Word.LATER_DATE: """
        delivery delivered deliver ship shipped shipping dispatch estimated expected approved
        carrier due return returned refund feedback review updated modified liefer lieferung
        livraison
    """,
    Word.OTHER_DATE: """
        birth birthday dob born naissance geburt geburts join joined joining signup enrolled
        register registered registration since expiry expires expire valid hire last first start end
        launch beitritt inscription
    """,
    Word.AMOUNT: """
        amount amt sales sale revenue turnover value spend spent spending sum payment monetary birr
        etb betrag umsatz wert montant valeur meten መጠን ብር ሂሳብ hisab
    """,
    Word.TOTAL: "total subtotal grand gross brutto gesamt summe somme insgesamt tekelala ጠቅላላ dimir ድምር",
    Word.NET: "net netto final paid bezahlt paye",
    Word.COST: "cost costs cout kosten",
    Word.QUANTITY: """
        quantity quantities qty units pieces pcs items purchases menge anzahl stuck stueck stk
        quantite qte nombre bizat ብዛት
    """,
    Word.PRICE: "price preis prix waga ዋጋ",
    Word.UNIT: "unit einzel unitaire each",
    Word.CATEGORY: """
        category categories kategorie categorie department dept departement warengruppe
        produktgruppe abteilung rayon famille mideb ምድብ
    """,
    Word.SUB: "sub unter sous",
    Word.FAMILY: "line group type class family gruppe art",
    Word.PRODUCT: "product produkt produit item article artikel sku description stockcode ware eka እቃ",
    Word.CURRENCY: "currency curr wahrung waehrung devise monnaie",
    Word.STATUS: "status statut zustand",
    Word.AGAINST: """
        tax vat steuer mwst tva discount rabatt remise profit gewinn margin marge cogs income
        balance freight fee tip points point percent percentage pct rate rating score stock lager
        limit credit salary age year month week weight lifetime average avg mean median min max
        count frequency recency tenure
    """,
    Word.FILLER: "of the a in for de du des la le l d der die das von des et und and",
}

_VOCABULARY = {word: meaning for meaning, listed in _MEANINGS.items() for word in listed.split()}

_LINKS = ("", "s", "n", "es")
"""What German puts between the parts of a word: Rechnung-s-datum."""

_OF = ("የ", "ye")
"""What Amharic puts before a word: የደንበኛ, the customer's."""

_SHORTEST_PART = 2


@lru_cache(maxsize=4096)
def meanings(name: str) -> frozenset[Word]:
    """Say what a column's name is about: ``InvoiceDate`` → invoice, date. Fillers are left out."""
    return frozenset(sequence(name))


@lru_cache(maxsize=4096)
def sequence(name: str) -> tuple[Word, ...]:
    """Give the meanings in the name's order."""
    found = [meaning for word in words(name) for meaning in _taken_apart(_plain(word))]
    return tuple(meaning for meaning in found if meaning is not Word.FILLER)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _taken_apart(word: str) -> tuple[Word, ...]:
    return _parts(word) or (Word.UNKNOWN,)


def _parts(word: str) -> tuple[Word, ...]:
    if word in _VOCABULARY:
        return (_VOCABULARY[word],)
    for prefix in _OF:
        if word.startswith(prefix) and (rest := _parts(word.removeprefix(prefix))):
            return rest
    for cut in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        head = _VOCABULARY.get(word[:cut])
        if head is None:
            continue
        for link in _LINKS:
            if word.startswith(link, cut) and (tail := _parts(word[cut + len(link) :])):
                return (head, *tail)
    return ()
