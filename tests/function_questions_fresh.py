"""Conversations about functions of further domains, written and tried once when the skill was done with the others."""

from typing import Any

from tests.function_questions import flag, function, many, text, whole
from tests.function_questions_more import Talk, Turn, between, maybe, one, strict, thing

DAY = {"type": "string", "format": "date"}

FRESH_TOOLS: dict[str, tuple[dict[str, Any], ...]] = {
    "vet": (
        function(
            "book_visit",
            "동물병원 진료를 예약합니다",
            "pet_name date time",
            pet_name="반려동물 이름",
            date={**DAY, "description": "진료 날짜"},
            time="진료 시각 (HH:MM)",
            reason=text("방문 이유", "예방접종", "건강검진", "미용"),
        ),
        function("get_vaccinations", "반려동물의 예방접종 기록을 조회합니다", "pet_name", pet_name="반려동물 이름"),
        function("cancel_visit", "예약한 진료를 취소합니다", "visit_id", visit_id="예약 번호"),
    ),
    "print_shop": (
        function(
            "print_document",
            "Send a document to a printer",
            "file_name",
            file_name="Name of the file",
            copies={**between(1, 100, description="Number of copies"), "default": 1},
            duplex=flag("Print on both sides"),
            color=flag("Print in colour"),
            paper=text("Paper size", "A4", "A3", "Letter"),
        ),
        function("printer_status", "Show whether a printer is ready", "printer", printer="Printer name"),
    ),
    "gym": (
        function(
            "book_class",
            "Book a place in a gym class",
            "class_type date",
            class_type=text("Class", "yoga", "spinning", "pilates"),
            date={**DAY, "description": "Day of the class"},
            time="Start time, HH:MM",
        ),
        function("list_classes", "List the gym classes of a day", "date", date={**DAY, "description": "Day"}),
        function(
            "freeze_membership",
            "Pause a membership for some weeks",
            "member_id weeks",
            member_id="Member number",
            weeks=between(1, 12, description="How many weeks"),
        ),
    ),
    "warehouse": (
        function(
            "create_shipment",
            "Create a shipment",
            "destination items",
            destination="City that it goes to",
            items=many(thing("product quantity", "", product="Product", quantity=whole("Quantity")), "What is sent"),
            insured=flag("Insure the shipment"),
        ),
        function("stock_level", "How many of a product are in stock", "product", product="Product"),
        function(
            "move_stock",
            "Move stock from one warehouse to another",
            "product quantity from_warehouse to_warehouse",
            product="Product",
            quantity=whole("How many"),
            from_warehouse=text("From", "north", "south", "harbour"),
            to_warehouse=text("To", "north", "south", "harbour"),
        ),
    ),
    "music": (
        function("play_song", "노래를 재생한다", "title", title="노래 제목", artist="가수"),
        function("set_volume", "음량을 맞춘다", "level", level=between(0, 100, description="음량, 0에서 100")),
        function(
            "add_to_playlist",
            "재생 목록에 노래를 넣는다",
            "title playlist",
            title="노래 제목",
            playlist="재생 목록 이름",
        ),
    ),
    "energy": (
        function(
            "get_usage",
            "전력 사용량을 조회한다",
            "start_date end_date",
            start_date="시작일 YYYY-MM-DD",
            end_date="종료일 YYYY-MM-DD",
            unit={**text("단위", "kWh", "won"), "default": "kWh"},
        ),
        function("compare_plans", "두 요금제를 비교한다", "plan_a plan_b", plan_a="첫째 요금제", plan_b="둘째 요금제"),
    ),
    "survey": (
        strict(
            "create_survey",
            "Create a survey",
            title=text("Title of the survey"),
            questions=many({"type": "string"}, "Questions"),
            anonymous=maybe(flag("Answers are anonymous")),
            closes_on=maybe({**DAY, "description": "Last day"}),
        ),
        function("get_results", "Show the results of a survey", "survey_id", survey_id="Survey ID"),
    ),
    "ferry": (
        function(
            "find_ferries",
            "Find ferries between two harbours",
            "from_port to_port date",
            from_port="Harbour of departure",
            to_port="Harbour of arrival",
            date={**DAY, "description": "Day of travel"},
            vehicle={"type": "boolean", "description": "With a car", "default": False},
        ),
        function(
            "delay_info",
            "Current delay of a ferry in minutes",
            "ferry_number",
            ferry_number="Number of the ferry, such as F120",
        ),
    ),
}

FRESH_TALKS: tuple[Talk, ...] = (
    one(
        "vet",
        "초코 예방접종 때문에 5월 21일 오후 4시에 예약해 주세요",
        ("book_visit", {"pet_name": "초코", "date": "2026-05-21", "time": "16:00", "reason": "예방접종"}),
    ),
    one("vet", "우리 강아지 보리의 예방접종 기록 보여 줘", ("get_vaccinations", {"pet_name": "보리"})),
    Talk(
        "vet",
        (
            Turn("진료 예약을 취소하고 싶어요", (), ("?",)),
            Turn("V-2210이요", (("cancel_visit", {"visit_id": "V-2210"}),)),
            Turn("취소 수수료도 있나요?", ()),
        ),
    ),
    one("vet", "주말에도 진료하나요?"),
    one(
        "print_shop",
        "Print report.pdf three times, double-sided, in colour",
        ("print_document", {"file_name": "report.pdf", "copies": 3, "duplex": True, "color": True}),
    ),
    one(
        "print_shop",
        "invoice.docx를 A3로 2부 인쇄해 줘",
        ("print_document", {"file_name": "invoice.docx", "copies": 2, "paper": "A3"}),
    ),
    one("print_shop", "Is the printer Canon-2 ready?", ("printer_status", {"printer": "Canon-2"})),
    one(
        "gym",
        "Book me into pilates on Thursday at 6:30 pm",
        ("book_class", {"class_type": "pilates", "date": "2026-05-14", "time": "18:30"}),
    ),
    one("gym", "明天有什么课？", ("list_classes", {"date": "2026-05-14"})),
    one(
        "gym",
        "회원번호 7719 회원권을 3주 동안 정지해 주세요",
        ("freeze_membership", {"member_id": "7719", "weeks": 3}),
    ),
    Talk(
        "gym",
        (
            Turn("Book yoga for tomorrow", (("book_class", {"class_type": "yoga", "date": "2026-05-14"}),), ("B-5",)),
            Turn("What about spinning?", ()),
            Turn("Yes please", (("book_class", {"class_type": "spinning", "date": "2026-05-14"}),)),
        ),
        {"book_class": {"booking": "B-5"}},
    ),
    one(
        "warehouse",
        "Ship 40 lamps, 15 chairs and 6 tables to Hamburg, insured",
        (
            "create_shipment",
            {
                "destination": "Hamburg",
                "items": [
                    {"product": "lamps", "quantity": 40},
                    {"product": "chairs", "quantity": 15},
                    {"product": "tables", "quantity": 6},
                ],
                "insured": True,
            },
        ),
    ),
    one(
        "warehouse",
        "Move 120 helmets from the north warehouse to the harbour",
        (
            "move_stock",
            {"product": "helmets", "quantity": 120, "from_warehouse": "north", "to_warehouse": "harbour"},
        ),
    ),
    one(
        "warehouse",
        "How many lamps and chairs do we have in stock?",
        ("stock_level", {"product": "lamps"}),
        ("stock_level", {"product": "chairs"}),
        says=("12",),
        outputs={"stock_level": {"in_stock": 12}},
    ),
    one("music", "아이유의 '밤편지' 틀어 줘", ("play_song", {"title": "밤편지", "artist": "아이유"})),
    one("music", "볼륨을 절반으로 줄여 줘", ("set_volume", {"level": 50})),
    one(
        "music",
        "'봄날'이랑 '밤편지'를 출근길 재생 목록에 넣어 줘",
        ("add_to_playlist", {"title": "봄날", "playlist": "출근길"}),
        ("add_to_playlist", {"title": "밤편지", "playlist": "출근길"}),
    ),
    one(
        "energy",
        "4월 1일부터 4월 30일까지 전기 얼마나 썼어?",
        ("get_usage", {"start_date": "2026-04-01", "end_date": "2026-04-30"}),
        says=("312",),
        outputs={"get_usage": {"usage": 312, "unit": "kWh"}},
    ),
    one(
        "energy",
        "알뜰 요금제와 심야 요금제를 비교해 줘",
        ("compare_plans", {"plan_a": {"알뜰", "알뜰 요금제"}, "plan_b": {"심야", "심야 요금제"}}),
    ),
    one(
        "survey",
        "Create an anonymous survey 'Canteen' with the questions 'Do you like the food?' and 'What is missing?'",
        (
            "create_survey",
            {
                "title": "Canteen",
                "questions": ["Do you like the food?", "What is missing?"],
                "anonymous": True,
                "closes_on": None,
            },
        ),
    ),
    one(
        "survey",
        "SV-31 설문 결과 알려 줘",
        ("get_results", {"survey_id": "SV-31"}),
        says=("찾지 못", "survey closed"),
        outputs={"get_results": "Error: 찾지 못함, survey closed"},
    ),
    one(
        "ferry",
        "Find ferries from Kiel to Oslo on June 12 with a car",
        ("find_ferries", {"from_port": "Kiel", "to_port": "Oslo", "date": "2026-06-12", "vehicle": True}),
    ),
    one(
        "ferry",
        "부산에서 후쿠오카 가는 배편 6월 3일 거 찾아 줘",
        ("find_ferries", {"from_port": "부산", "to_port": "후쿠오카", "date": "2026-06-03"}),
    ),
    Talk(
        "ferry",
        (
            Turn("How late is F120?", (("delay_info", {"ferry_number": "F120"}),), ("25",)),
            Turn("And F340?", (("delay_info", {"ferry_number": "F340"}),)),
        ),
        {"delay_info": {"delay_minutes": 25}},
    ),
    one("ferry", "Thanks, that was all"),
)
