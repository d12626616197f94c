"""Office labels: the post and the area in them."""

import pytest

from civicpledge.normalise.offices import office_key, parse_office, same_office


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Mayor of the West Midlands", "mayor.west-midlands"),
        ("West Midlands Metro Mayor", "mayor.west-midlands"),
        ("Metro Mayor of West Mids", "mayor.west-midlands"),
        ("WMCA", "mayor.west-midlands"),
        ("Mayor of Haven, 6 May 2027", "mayor.haven"),
        ("Haven PCC election 2 May 2024", "pcc.haven"),
        ("MP for Haven constituency", "parl.haven"),
        ("MS for Haven", "senedd.haven"),
        ("WMCA Mayor", "mayor.west-midlands"),
        ("West Midlands Combined Authority Mayor", "mayor.west-midlands"),
        ("Police & Crime Commissioner for West Midlands", "pcc.west-midlands"),
        ("West Midlands Police and Crime Commissioner", "pcc.west-midlands"),
        ("West Midlands PCC", "pcc.west-midlands"),
        ("PCC candidates", "pcc"),
        ("Mayoral", "mayor"),
        ("mayoral candidates", "mayor"),
        ("West Midlands Mayoral Candidates", "mayor.west-midlands"),
        ("Mayor of Liverpool", "mayor.liverpool"),
        ("Mayor of the Liverpool City Region", "mayor.liverpool-city-region"),
        ("mayor.liverpool-city-ca", "mayor.liverpool-city-region"),
        ("Maer", "mayor"),
        ("Comisiynydd Heddlu a Throseddu Dyfed-Powys", "pcc.dyfed-powys"),
        ("Prospective Parliamentary Candidate for North Haven", "parl.north-haven"),
        ("parl.north-haven", "parl.north-haven"),
        ("sp.c.north-haven", "sp.north-haven"),
        ("MSPs", "sp"),
        ("Bristol City Council", "local.bristol"),
        ("Police, Fire and Crime Commissioner for Essex", "pfcc.essex"),
        ("Mayor", "mayor"),
        ("MP for North Haven", "parl.north-haven"),
        ("West Mids", "west-midlands"),
        ("Mayor and PCC", ""),
        ("Lord Mayor of Haven", ""),
        ("Deputy Mayor", ""),
        ("", ""),
    ],
)
def test_a_label_has_a_post_and_an_area(label, key):
    assert office_key(label) == key
    assert parse_office(label).printed == label


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("PCC for West Midlands", "West Midlands Police & Crime Commissioner", True),
        ("PCC", "Mayor of London", False),
        ("Mayor of London", "Mayor of the West Midlands", False),
        ("PCC", "PCC for West Midlands", None),
        ("West Mids", "Mayor of the West Midlands", None),
        ("Police, Fire and Crime Commissioner for Essex", "pcc.essex", True),
    ],
)
def test_two_labels_name_one_office_two_or_cannot_be_told(first, second, same):
    assert same_office(first, second) is same
    assert same_office(second, first) is same


@pytest.mark.parametrize(
    "label", ["Leader of Haven Council", "Vice Mayor of Haven", "Ex Mayor of Haven", "Deputy PCC"]
)
def test_who_is_not_the_holder_of_an_office_has_none(label):
    parsed = parse_office(label)
    assert (parsed.post, parsed.area) == ("", "")
