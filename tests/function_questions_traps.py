"""Conversations that invite a wrong call: likenesses, refusals, mere remarks, other people's deeds, several values."""

from typing import Any

from tests.function_questions import flag, function, many, number, text, whole
from tests.function_questions_more import Talk, Turn, between, one, thing

DAY = {"type": "string", "format": "date"}

TRAPS_TOOLS: dict[str, tuple[dict[str, Any], ...]] = {
    "clinic": (
        function(
            "cancel_prescription",
            "Cancel a repeat prescription",
            "prescription_id",
            prescription_id="Prescription such as RX-100",
        ),
        function(
            "renew_prescription",
            "Renew a repeat prescription",
            "prescription_id",
            prescription_id="Prescription such as RX-100",
            months=between(1, 6, description="For how many months"),
        ),
        function(
            "lab_result",
            "Show a laboratory result of a patient",
            "patient test",
            patient="Name of the patient",
            test=text("Kind of test", "blood", "urine", "allergy"),
        ),
    ),
    "heating": (
        function(
            "set_room_temperature",
            "방의 희망 온도를 정합니다",
            "room celsius",
            room=text("방", "living_room", "bedroom", "study"),
            celsius=between(10, 28, "number", "섭씨 온도"),
        ),
        function(
            "heating_schedule",
            "난방 시간을 정합니다",
            "room start end",
            room=text("방", "living_room", "bedroom", "study"),
            start="켜는 시각 HH:MM",
            end="끄는 시각 HH:MM",
        ),
        function(
            "room_temperature",
            "방의 지금 온도를 조회합니다",
            "room",
            room=text("방", "living_room", "bedroom", "study"),
        ),
    ),
    "stays": (
        function(
            "search_stays",
            "Search for holiday flats",
            "place check_in check_out guests",
            place="Town or region",
            check_in={**DAY, "description": "First night"},
            check_out={**DAY, "description": "Day of departure"},
            guests=thing(
                "adults",
                "Who comes",
                adults=whole("Number of adults"),
                children=whole("Number of children"),
                pets=flag("Whether pets come along"),
            ),
            max_price=number("Highest price per night in euros"),
        ),
        function("save_favourite", "Save a flat as a favourite", "stay_id", stay_id="ID of the flat"),
    ),
    "courier": (
        function(
            "ship_boxes",
            "寄送包裹",
            "receiver boxes",
            receiver="收件人姓名",
            boxes=many(thing("weight_kg", "", weight_kg=number("重量（公斤）"), fragile=flag("是否易碎")), "每个包裹"),
            express=flag("加急"),
        ),
        function("quote_price", "查询运费", "weight_kg to_city", weight_kg=number("重量（公斤）"), to_city="目的城市"),
    ),
    "library": (
        function("extend_loan", "Extend the loan of a book", "barcode", barcode="Barcode such as 300-4471"),
        function("report_lost", "Report a book as lost", "barcode", barcode="Barcode such as 300-4471"),
        function(
            "opening_times",
            "Opening times of a branch",
            "branch",
            branch=text("Branch", "central", "harbour", "university"),
        ),
    ),
}

TRAPS_TALKS: tuple[Talk, ...] = (
    one("clinic", "My neighbour cancelled her prescription RX-204 last week."),
    one(
        "clinic",
        "Don't cancel RX-204, renew it for three months",
        ("renew_prescription", {"prescription_id": "RX-204", "months": 3}),
    ),
    one(
        "clinic",
        "What did the blood test of Omar Haddad show?",
        ("lab_result", {"patient": "Omar Haddad", "test": "blood"}),
        says=("5.1",),
        outputs={"lab_result": {"glucose": 5.1}},
    ),
    one("clinic", "Is it dangerous to take aspirin every day?"),
    one("heating", "서재 온도를 21.5도로 맞춰 줘", ("set_room_temperature", {"room": "study", "celsius": 21.5})),
    one("heating", "침실 지금 몇 도야?", ("room_temperature", {"room": "bedroom"})),
    one(
        "heating",
        "거실 난방은 아침 6시 반부터 밤 10시까지 켜 줘",
        ("heating_schedule", {"room": "living_room", "start": "06:30", "end": "22:00"}),
    ),
    one("heating", "어제는 침실이 18도였어"),
    one(
        "stays",
        "Find a flat in Brittany from 4 to 11 July for two adults, one child and our dog, at most 120 euros a night",
        (
            "search_stays",
            {
                "place": "Brittany",
                "check_in": "2026-07-04",
                "check_out": "2026-07-11",
                "guests": {"adults": 2, "children": 1, "pets": True},
                "max_price": 120,
            },
        ),
    ),
    one("stays", "Is Brittany nice in July?"),
    one(
        "courier",
        "给王芳寄两个包裹，一个3公斤易碎，一个5公斤，加急",
        (
            "ship_boxes",
            {"receiver": "王芳", "boxes": [{"weight_kg": 3, "fragile": True}, {"weight_kg": 5}], "express": True},
        ),
    ),
    one(
        "courier",
        "寄8公斤到成都要多少钱？",
        ("quote_price", {"weight_kg": 8, "to_city": "成都"}),
        says=("36",),
        outputs={"quote_price": {"yuan": 36}},
    ),
    Talk(
        "library",
        (
            Turn("I can't find my book any more", (), ()),
            Turn("Please report 300-8812 as lost", (("report_lost", {"barcode": "300-8812"}),)),
        ),
    ),
    one(
        "library",
        "When does the harbour branch close on Saturdays?",
        ("opening_times", {"branch": "harbour"}),
        says=("14:00",),
        outputs={"opening_times": {"saturday": "10:00-14:00"}},
    ),
    one(
        "library",
        "300-8812랑 300-9001 대출 연장해 주세요",
        ("extend_loan", {"barcode": "300-8812"}),
        ("extend_loan", {"barcode": "300-9001"}),
    ),
)
