"""Functions of more domains and conversations about them: what should be called, asked for and answered at each turn.

Written before they were tried: the schemas hold enumerations, nested objects, lists of objects, limits, defaults,
dates, times and durations; several functions of a set resemble each other.
"""

from dataclasses import dataclass, field
from typing import Any

from tests.function_questions import Call, flag, function, many, number, text, whole


@dataclass(frozen=True)
class Turn:
    """A question, the calls that it should lead to (none where it asks back, or where nothing fits), and words that the
    answer holds. A set stands for several values that are all right.
    """

    question: str
    calls: tuple[Call, ...] = ()
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Talk:
    """Turns with one set of functions; `outputs` is what each function returns, by its name."""

    tools: str
    turns: tuple[Turn, ...]
    outputs: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    tool_choice: Any = "auto"
    today: str = "2026-05-13"  # a Wednesday


def one(tools: str, question: str, *calls: Call, says: tuple[str, ...] = (), **more: Any) -> Talk:
    """A conversation of one turn."""
    return Talk(tools, (Turn(question, calls, says),), **more)


def thing(required: str = "", description: str = "", /, **properties: Any) -> dict[str, Any]:
    """An object."""
    shapes = {key: text(shape) if isinstance(shape, str) else shape for key, shape in properties.items()}
    return {"type": "object", "description": description, "properties": shapes, "required": required.split()}


def between(least: float, most: float, kind: str = "integer", description: str = "", **more: Any) -> dict[str, Any]:
    """A number with limits."""
    return {"type": kind, "description": description, "minimum": least, "maximum": most, **more}


def strict(name: str, description: str, /, **properties: Any) -> dict[str, Any]:
    """A function with a strict schema: every property is required, what may be left out is null."""
    tool = function(name, description, " ".join(properties), **properties)
    tool["function"]["strict"] = True
    tool["function"]["parameters"]["additionalProperties"] = False
    return tool


def maybe(shape: dict[str, Any]) -> dict[str, Any]:
    """The same or null."""
    return {**shape, "type": [shape["type"], "null"]}


MORE_TOOLS: dict[str, tuple[dict[str, Any], ...]] = {
    "meetings": (
        function(
            "schedule_meeting",
            "Schedule a meeting and send the invitations",
            "title start",
            title="Title of the meeting",
            start={"type": "string", "format": "date-time", "description": "Start, ISO 8601"},
            duration={"type": "string", "format": "duration", "description": "Length as ISO 8601 duration, e.g. PT45M"},
            attendees=many({"type": "string", "format": "email"}, "E-mail addresses"),
            repeat={**text("How often it repeats", "none", "daily", "weekly", "monthly"), "default": "none"},
        ),
        function(
            "find_free_slots",
            "Find free time slots in the calendar",
            "date",
            date={"type": "string", "format": "date"},
            minutes=between(15, 480, description="Length of the slot in minutes"),
        ),
        function(
            "reschedule_meeting",
            "Move an existing meeting to another time",
            "meeting_id new_start",
            meeting_id="ID of the meeting",
            new_start={"type": "string", "format": "date-time", "description": "New start"},
        ),
    ),
    "crm": (
        function(
            "create_lead",
            "Create a new sales lead",
            "contact_name company",
            contact_name="Name of the contact person",
            company="Company of the contact",
            email={"type": "string", "format": "email"},
            source=text("Where the lead comes from", "web", "referral", "event", "cold_call"),
            budget=number("Expected budget"),
        ),
        function(
            "update_deal",
            "Change the stage of a deal",
            "deal_id stage",
            deal_id="ID of the deal",
            stage=text("New stage", "prospect", "negotiation", "won", "lost"),
        ),
        function("get_deal", "Show a deal with its value and stage", "deal_id", deal_id="ID of the deal"),
    ),
    "smarthome": (
        function(
            "set_blinds",
            "블라인드를 올리거나 내린다",
            "room position",
            room=text("방", "거실", "침실", "서재"),
            position=between(0, 100, description="열린 정도, 0(닫힘)에서 100(완전히 열림) 퍼센트"),
        ),
        function(
            "start_vacuum",
            "로봇 청소기를 시작한다",
            "rooms",
            rooms=many(text("", "거실", "침실", "서재", "주방"), "청소할 방"),
            mode={**text("청소 세기", "quiet", "normal", "turbo"), "default": "normal"},
        ),
        function(
            "read_climate",
            "방의 온도와 습도를 읽는다",
            "room",
            room=text("방", "거실", "침실", "서재"),
        ),
        function("run_scene", "미리 정한 장면을 실행한다", "scene", scene=text("장면", "영화", "취침", "외출")),
    ),
    "parcels": (
        function(
            "track_parcel",
            "택배의 배송 상태를 조회합니다",
            "carrier tracking_number",
            carrier=text("택배사", "CJ대한통운", "한진택배", "우체국"),
            tracking_number={"type": "string", "description": "운송장 번호", "pattern": "^[0-9]{10,13}$"},
        ),
        function(
            "request_pickup",
            "택배 방문 접수를 신청합니다",
            "pickup_date address parcels",
            pickup_date="방문 날짜 (YYYY-MM-DD)",
            address=thing("city street", "보내는 곳", city="도시", street="도로명 주소"),
            parcels=many(thing("item weight_kg", "", item="물품", weight_kg=number("무게, kg")), "보낼 물품"),
        ),
        function(
            "estimate_fee",
            "배송 요금을 계산합니다",
            "origin destination weight_kg",
            origin="보내는 도시",
            destination="받는 도시",
            weight_kg=number("무게, kg"),
        ),
    ),
    "hotel": (
        function(
            "search_rooms",
            "Search for available hotel rooms",
            "city check_in check_out",
            city="City",
            check_in={"type": "string", "format": "date", "description": "Arrival"},
            check_out={"type": "string", "format": "date", "description": "Departure"},
            guests={**between(1, 8, description="Number of guests"), "default": 2},
            min_stars=between(1, 5, description="Lowest number of stars"),
            amenities=many(text("", "pool", "parking", "gym", "breakfast"), "Wanted amenities"),
        ),
        function("cancel_booking", "Cancel a hotel booking", "booking_id", booking_id="Booking number"),
        function(
            "extend_booking",
            "Extend a hotel booking by some nights",
            "booking_id nights",
            booking_id="Booking number",
            nights=between(1, 30, description="Additional nights"),
        ),
    ),
    "transfers": (
        function(
            "transfer",
            "계좌로 돈을 이체한다",
            "to_name amount",
            to_name="받는 사람 이름",
            amount=between(1, 10_000_000, "integer", "이체 금액 (원)"),
            schedule={"type": "string", "format": "date", "description": "예약 이체일. 없으면 바로 이체"},
            memo="받는 사람에게 보일 메모",
        ),
        function(
            "list_transactions",
            "거래 내역을 조회한다",
            "start_date end_date",
            start_date="조회 시작일 YYYY-MM-DD",
            end_date="조회 종료일 YYYY-MM-DD",
            kind={**text("종류", "all", "deposit", "withdrawal"), "default": "all"},
        ),
        function("get_balance", "계좌 잔액을 조회한다"),
        function("freeze_card", "분실한 카드를 정지한다", "card_number", card_number="카드 번호 뒤 네 자리"),
    ),
    "translation": (
        function(
            "translate",
            "Translate a text",
            "text target_lang",
            text="Text to translate",
            target_lang=text("Target language", "ko", "en", "ja", "zh", "fr"),
            formality=text("Formality", "formal", "informal"),
        ),
        function("detect_language", "Detect the language of a text", "text", text="Text to look at"),
    ),
    "helpdesk": (
        function(
            "open_ticket",
            "Open a new support ticket",
            "subject severity",
            subject="Short subject",
            severity=text("Severity", "low", "medium", "high", "critical"),
            component=text("Affected part", "login", "billing", "search", "mobile"),
        ),
        function(
            "assign_ticket", "Assign a ticket to an agent", "ticket_id agent", ticket_id="Ticket ID", agent="Agent name"
        ),
        function(
            "close_ticket",
            "Close a ticket",
            "ticket_id resolution",
            ticket_id="Ticket ID",
            resolution=text("Resolution", "fixed", "duplicate", "wont_fix"),
        ),
        function(
            "list_tickets",
            "List tickets",
            "",
            status=text("Status", "open", "closed"),
            agent="Agent name",
            limit={**between(1, 50, description="How many tickets at most"), "default": 10},
        ),
    ),
    "goals": (
        function(
            "set_goal",
            "Set a health goal",
            "metric target",
            metric=text("What is counted", "steps", "calories", "sleep_hours", "water_ml"),
            target=number("Target value"),
            period={**text("Period", "daily", "weekly"), "default": "daily"},
        ),
        function(
            "log_intake",
            "Record something eaten or drunk",
            "item",
            item="What was eaten or drunk",
            amount_ml=number("Amount in millilitres"),
            calories=number("Calories"),
        ),
        function(
            "get_progress",
            "Show the progress of a health goal",
            "metric",
            metric=text("What is counted", "steps", "calories", "sleep_hours", "water_ml"),
        ),
    ),
    "library": (
        function(
            "search_books",
            "도서를 검색한다",
            "",
            title="책 제목",
            author="지은이",
            available_only=flag("대출할 수 있는 책만"),
        ),
        function(
            "reserve_book",
            "책을 예약한다",
            "title branch",
            title="책 제목",
            branch=text("받을 도서관", "중앙", "강남", "마포"),
        ),
        function("renew_loan", "대출 기간을 연장한다", "loan_id", loan_id="대출 번호"),
        function("list_loans", "회원이 빌린 책의 목록을 보여 준다", "member_id", member_id="회원 번호"),
    ),
    "people": (
        function(
            "submit_expense",
            "Submit an expense claim",
            "amount category date",
            amount=number("Amount"),
            category=text("Category", "travel", "meals", "office", "training"),
            date={"type": "string", "format": "date", "description": "Day of the expense"},
            note="Note",
        ),
        function(
            "request_leave",
            "Request leave for an employee",
            "employee start end kind",
            employee="Employee name",
            start={"type": "string", "format": "date", "description": "First day of the leave"},
            end={"type": "string", "format": "date", "description": "Last day of the leave"},
            kind=text("Kind of leave", "annual", "sick", "unpaid"),
        ),
        function(
            "leave_balance", "Number of leave days that an employee has left", "employee", employee="Employee name"
        ),
    ),
    "tables": (
        function(
            "book_table",
            "Book a table at a restaurant",
            "restaurant date time party_size",
            restaurant="Name of the restaurant",
            date="Date, YYYY-MM-DD",
            time="Time, HH:MM",
            party_size=between(1, 12, description="Number of people"),
            seating=text("Seating", "indoor", "terrace", "bar"),
        ),
        function(
            "find_restaurants",
            "Find restaurants",
            "area",
            area="Part of the city",
            cuisine=text("Cuisine", "korean", "italian", "japanese", "vegetarian"),
            max_price=number("Highest price per person"),
            open_now={"type": "boolean", "description": "Only restaurants that are open now", "default": False},
        ),
        function("cancel_table", "Cancel a table booking", "booking_code", booking_code="Booking code"),
    ),
    "code": (
        function(
            "search_code",
            "Search the source code of the repository",
            "query",
            query="What to search for",
            language=text("Programming language", "python", "typescript", "go", "rust"),
            case_sensitive={"type": "boolean", "default": False},
        ),
        function(
            "open_file",
            "Show a file of the repository",
            "path",
            path="Path of the file, such as src/app.py",
            first_line=whole("First line"),
            last_line=whole("Last line"),
        ),
        function(
            "list_commits",
            "List the latest commits",
            "",
            author="Author of the commits",
            limit={**between(1, 100, description="How many commits"), "default": 10},
        ),
    ),
    "sensors": (
        function("read_sensor", "Read the current value of a sensor", "sensor_id", sensor_id="Sensor ID"),
        function(
            "set_threshold",
            "Set the alarm threshold of a sensor",
            "sensor_id",
            sensor_id="Sensor ID",
            low=number("Lower threshold"),
            high=number("Upper threshold"),
        ),
        function(
            "sensor_history",
            "Past values of a sensor",
            "sensor_id hours",
            sensor_id="Sensor ID",
            hours=between(1, 168, description="How many hours back"),
            interval=text("Interval", "1m", "15m", "1h"),
        ),
    ),
    "bookshop": (
        function("get_stock", "도서의 재고를 조회한다", "title", title="책 제목"),
        function("get_price", "도서의 가격을 조회한다", "title", title="책 제목"),
        function("order_book", "도서를 주문한다", "title copies", title="책 제목", copies=whole("권수")),
    ),
    "flowers": (
        function("check_stock", "How many of a flower are in stock", "flower", flower="Name of the flower"),
        function(
            "place_order",
            "Place an order for flowers",
            "flower quantity",
            flower="Name of the flower",
            quantity=whole("How many"),
        ),
    ),
    "strict_trip": (
        strict(
            "plan_trip",
            "Plan a trip",
            destination=text("Where to"),
            days=whole("How many days"),
            travellers=maybe(whole("Number of travellers")),
            budget=maybe(number("Budget in won")),
            pace=maybe(text("Pace", "slow", "fast")),
        ),
    ),
}
BOOKING = {"booking_code": "TB-771", "status": "confirmed"}

TALKS: tuple[Talk, ...] = (
    # Dates, times, durations.
    one(
        "meetings",
        "Schedule a 45-minute meeting called 'Budget review' tomorrow at 10am with kim@acme.kr and lee@acme.kr",
        (
            "schedule_meeting",
            {
                "title": "Budget review",
                "start": "2026-05-14T10:00:00",
                "duration": "PT45M",
                "attendees": ["kim@acme.kr", "lee@acme.kr"],
            },
        ),
    ),
    one(
        "meetings",
        "다음 주 화요일 오후 3시에 '디자인 점검' 회의를 1시간 30분으로 매주 반복해서 잡아 줘",
        (
            "schedule_meeting",
            {"title": "디자인 점검", "start": "2026-05-19T15:00:00", "duration": "PT1H30M", "repeat": "weekly"},
        ),
    ),
    one("meetings", "금요일에 30분 비는 시간 찾아 줘", ("find_free_slots", {"date": "2026-05-15", "minutes": 30})),
    one(
        "meetings",
        "Move meeting M-204 to Friday at 2 pm",
        ("reschedule_meeting", {"meeting_id": "M-204", "new_start": "2026-05-15T14:00:00"}),
    ),
    one(
        "meetings", "帮我找一下明天有没有一个小时的空闲时间", ("find_free_slots", {"date": "2026-05-14", "minutes": 60})
    ),
    Talk(
        "meetings",
        (
            Turn("'팀 회고' 회의 잡아 줘", (), ("?",)),
            Turn(
                "5월 20일 오전 11시요",
                (("schedule_meeting", {"title": "팀 회고", "start": "2026-05-20T11:00:00"}),),
            ),
        ),
    ),
    # CRM.
    one(
        "crm",
        "Create a lead: Dana Scott from Bluefin Ltd, dana@bluefin.com, she came through a referral, budget $20,000",
        (
            "create_lead",
            {
                "contact_name": "Dana Scott",
                "company": "Bluefin Ltd",
                "email": "dana@bluefin.com",
                "source": "referral",
                "budget": 20000,
            },
        ),
    ),
    one("crm", "D-330 거래를 성사됨으로 바꿔 줘", ("update_deal", {"deal_id": "D-330", "stage": "won"})),
    one("crm", "Mark deal D-17 as lost", ("update_deal", {"deal_id": "D-17", "stage": "lost"})),
    Talk(
        "crm",
        (
            Turn("Show me deal D-88", (("get_deal", {"deal_id": "D-88"}),), ("54,000",)),
            Turn("Move it to negotiation", (("update_deal", {"deal_id": "D-88", "stage": "negotiation"}),)),
            Turn("What was its value again?", (), ("54,000",)),
        ),
        {"get_deal": {"deal_id": "D-88", "value": 54000, "stage": "prospect"}, "update_deal": {"ok": True}},
    ),
    one("crm", "거래 하나의 단계를 협상으로 바꿔 줘", says=("?",)),
    # Smart home.
    one("smarthome", "서재 블라인드를 반쯤 열어 줘", ("set_blinds", {"room": "서재", "position": 50})),
    one(
        "smarthome",
        "거실이랑 침실 블라인드 70%로 맞춰줘",
        ("set_blinds", {"room": "거실", "position": 70}),
        ("set_blinds", {"room": "침실", "position": 70}),
    ),
    one(
        "smarthome",
        "거실, 주방, 침실을 조용하게 청소해 줘",
        ("start_vacuum", {"rooms": ["거실", "주방", "침실"], "mode": "quiet"}),
    ),
    one("smarthome", "이제 잘 거야. 취침 모드 실행해 줘", ("run_scene", {"scene": "취침"})),
    Talk(
        "smarthome",
        (
            Turn("침실 습도가 얼마야?", (("read_climate", {"room": "침실"}),), ("47",)),
            Turn("서재는?", (("read_climate", {"room": "서재"}),)),
            Turn("화장실은?", (), ("거실 / 침실 / 서재",)),
        ),
        {"read_climate": {"temperature": 22.5, "humidity": 47}},
    ),
    # Parcels.
    one(
        "parcels",
        "한진택배 운송장 410287756012 어디쯤 왔어?",
        ("track_parcel", {"carrier": "한진택배", "tracking_number": "410287756012"}),
    ),
    Talk(
        "parcels",
        (
            Turn("운송장 번호 6821004477310 조회해 줘", (), ("CJ대한통운 / 한진택배 / 우체국",)),
            Turn(
                "우체국이요",
                (("track_parcel", {"carrier": "우체국", "tracking_number": "6821004477310"}),),
                ("배달 완료",),
            ),
        ),
        {"track_parcel": "배달 완료"},
    ),
    one(
        "parcels",
        "대전에서 부산까지 4.5kg 보내면 얼마예요?",
        ("estimate_fee", {"origin": "대전", "destination": "부산", "weight_kg": 4.5}),
    ),
    one(
        "parcels",
        "5월 18일에 방문 접수해 주세요. 주소는 서울 세종대로 110이고 책 3kg, 옷 1.5kg입니다.",
        (
            "request_pickup",
            {
                "pickup_date": "2026-05-18",
                "address": {"city": "서울", "street": "세종대로 110"},
                "parcels": [{"item": "책", "weight_kg": 3}, {"item": "옷", "weight_kg": 1.5}],
            },
        ),
    ),
    # Hotel.
    one(
        "hotel",
        "Find a hotel in Lisbon from June 3 to June 7 for 3 guests with a pool and parking, at least 4 stars",
        (
            "search_rooms",
            {
                "city": "Lisbon",
                "check_in": "2026-06-03",
                "check_out": "2026-06-07",
                "guests": 3,
                "min_stars": 4,
                "amenities": ["pool", "parking"],
            },
        ),
    ),
    one(
        "hotel",
        "제주에 6월 1일부터 2박 묵을 호텔 찾아 줘. 조식 포함이면 좋겠어",
        (
            "search_rooms",
            {"city": "제주", "check_in": "2026-06-01", "check_out": "2026-06-03", "amenities": ["breakfast"]},
        ),
    ),
    one("hotel", "Extend booking HB-5521 by two nights", ("extend_booking", {"booking_id": "HB-5521", "nights": 2})),
    Talk(
        "hotel",
        (
            Turn("I want to cancel my booking", (), ("?",)),
            Turn("It's HB-9002", (("cancel_booking", {"booking_id": "HB-9002"}),), ("Done",)),
            Turn("Is the refund free of charge?", ()),
        ),
        {"cancel_booking": {"success": True}},
    ),
    # Bank.
    one("transfers", "박지훈에게 35만 원 이체해 줘", ("transfer", {"to_name": "박지훈", "amount": 350000})),
    one(
        "transfers",
        "최유나한테 5월 25일에 120,000원 보내 줘. 메모는 '회비'",
        ("transfer", {"to_name": "최유나", "amount": 120000, "schedule": "2026-05-25", "memo": "회비"}),
    ),
    one(
        "transfers",
        "4월 1일부터 4월 30일까지 입금 내역 보여 줘",
        ("list_transactions", {"start_date": "2026-04-01", "end_date": "2026-04-30", "kind": "deposit"}),
    ),
    Talk(
        "transfers",
        (
            Turn("김민수에게 5만원 보내줘", (("transfer", {"to_name": "김민수", "amount": 50000}),)),
            Turn("이서준은요?", ()),
            Turn("잔액은 얼마야?", (("get_balance", {}),), ("1,250,000",)),
        ),
        {"transfer": {"status": "success"}, "get_balance": {"balance": 1250000}},
    ),
    one(
        "transfers",
        "카드를 잃어버렸어요. 뒤 네 자리는 4410이에요. 정지해 주세요",
        ("freeze_card", {"card_number": "4410"}),
    ),
    one("transfers", "송금하고 싶은데요", says=("?",)),
    # Translation.
    one(
        "translation",
        "Translate 'See you soon' into Korean, informal please",
        ("translate", {"text": "See you soon", "target_lang": "ko", "formality": "informal"}),
    ),
    one(
        "translation",
        "'감사합니다'를 영어, 일본어, 중국어로 번역해 줘",
        *(("translate", {"text": "감사합니다", "target_lang": code}) for code in ("en", "ja", "zh")),
    ),
    one("translation", "What language is 'Guten Morgen'?", ("detect_language", {"text": "Guten Morgen"})),
    one("translation", "把“我明天到”翻译成法语", ("translate", {"text": "我明天到", "target_lang": "fr"})),
    # Help desk.
    one(
        "helpdesk",
        "Open a critical ticket: 'Payments fail with error 502', it concerns billing",
        (
            "open_ticket",
            {"subject": "Payments fail with error 502", "severity": "critical", "component": "billing"},
        ),
    ),
    one("helpdesk", "T-118 티켓을 박서연에게 배정해 줘", ("assign_ticket", {"ticket_id": "T-118", "agent": "박서연"})),
    one(
        "helpdesk",
        "Close T-14 and T-15 as duplicate",
        ("close_ticket", {"ticket_id": "T-14", "resolution": "duplicate"}),
        ("close_ticket", {"ticket_id": "T-15", "resolution": "duplicate"}),
    ),
    one(
        "helpdesk",
        "Assign T-20 to Omar and close T-21 as fixed",
        ("assign_ticket", {"ticket_id": "T-20", "agent": "Omar"}),
        ("close_ticket", {"ticket_id": "T-21", "resolution": "fixed"}),
    ),
    one("helpdesk", "List the 5 open tickets", ("list_tickets", {"status": "open", "limit": 5})),
    one("helpdesk", "How do I become a good support agent?"),
    # Health goals.
    one(
        "goals",
        "일주일 걸음 수 목표를 7만 보로 정해 줘",
        ("set_goal", {"metric": "steps", "target": 70000, "period": "weekly"}),
    ),
    one("goals", "I drank 500 ml of orange juice, log it", ("log_intake", {"item": "orange juice", "amount_ml": 500})),
    one("goals", "물 마시기 목표 얼마나 달성했어?", ("get_progress", {"metric": "water_ml"})),
    # Library.
    one(
        "library",
        "한강 작가의 책 중에 빌릴 수 있는 것만 찾아 줘",
        ("search_books", {"author": "한강", "available_only": True}),
    ),
    one(
        "library",
        "'소년이 온다'를 마포 도서관으로 예약해 줘",
        ("reserve_book", {"title": "소년이 온다", "branch": "마포"}),
    ),
    one(
        "library",
        "대출 번호 88201, 88202, 88203 모두 연장해 주세요",
        *(("renew_loan", {"loan_id": number}) for number in ("88201", "88202", "88203")),
    ),
    one(
        "library",
        "회원 30077이 빌린 책 보여 줘",
        ("list_loans", {"member_id": "30077"}),
        says=("데미안", "싯다르타"),
        outputs={"list_loans": [{"title": "데미안", "due": "2026-05-20"}, {"title": "싯다르타", "due": "2026-05-22"}]},
    ),
    # People.
    one(
        "people",
        "Submit a $42.50 meals expense for yesterday",
        ("submit_expense", {"amount": 42.5, "category": "meals", "date": "2026-05-12"}),
    ),
    one(
        "people",
        "I need sick leave for Priya Nair from May 18 to May 20",
        (
            "request_leave",
            {"employee": "Priya Nair", "start": "2026-05-18", "end": "2026-05-20", "kind": "sick"},
        ),
    ),
    one("people", "정하늘 님 연차 며칠 남았어요?", ("leave_balance", {"employee": "정하늘"})),
    # Tables.
    one(
        "tables",
        "Book a terrace table for 4 at Osteria Nonna on Saturday at 7:30 pm",
        (
            "book_table",
            {
                "restaurant": "Osteria Nonna",
                "date": "2026-05-16",
                "time": "19:30",
                "party_size": 4,
                "seating": "terrace",
            },
        ),
    ),
    one(
        "tables",
        "성수동에서 1인당 3만 원 이하 이탈리아 식당 찾아 줘",
        ("find_restaurants", {"area": "성수동", "cuisine": "italian", "max_price": 30000}),
    ),
    Talk(
        "tables",
        (
            Turn(
                "내일 저녁 7시에 '한뜰'에 두 명 예약해 줘",
                (("book_table", {"restaurant": "한뜰", "date": "2026-05-14", "time": "19:00", "party_size": 2}),),
                ("TB-771",),
            ),
            Turn("테라스 자리도 있어?", ()),
            Turn("예약 취소해 줘", (("cancel_table", {"booking_code": "TB-771"}),)),
        ),
        {"book_table": BOOKING, "cancel_table": {"status": "ok"}},
    ),
    # Code.
    one(
        "code",
        "Search the code for 'retry_policy' in Go",
        ("search_code", {"query": "retry_policy", "language": "go"}),
    ),
    one(
        "code",
        "Open src/server/main.rs lines 40 to 80",
        ("open_file", {"path": "src/server/main.rs", "first_line": 40, "last_line": 80}),
    ),
    one("code", "Show the last 3 commits by Hana", ("list_commits", {"author": "Hana", "limit": 3})),
    # Sensors.
    one(
        "sensors",
        "센서 TH-07의 경보 기준을 최저 2도, 최고 8도로 설정해 줘",
        ("set_threshold", {"sensor_id": "TH-07", "low": 2, "high": 8}),
    ),
    one(
        "sensors",
        "Give me the history of sensor CO2-3 for the last 24 hours, every 15m",
        ("sensor_history", {"sensor_id": "CO2-3", "hours": 24, "interval": "15m"}),
    ),
    Talk(
        "sensors",
        (
            Turn(
                "Read sensors TH-01 and TH-02",
                (("read_sensor", {"sensor_id": "TH-01"}), ("read_sensor", {"sensor_id": "TH-02"})),
                ("error", "offline"),
            ),
        ),
        {"read_sensor": {"error": "sensor offline"}},
        {"parallel_tool_calls": False},
    ),
    # An action is not repeated without being asked for; two names beside each other.
    Talk(
        "flowers",
        (
            Turn("Order 20 roses please", (("place_order", {"flower": "roses", "quantity": 20}),)),
            Turn("And lilies?", ()),
        ),
        {"place_order": {"order_id": "F-1"}, "check_stock": {"in_stock": 14}},
    ),
    one(
        "bookshop",
        "GPT 도해와 머신러닝 첫걸음 재고",
        ("get_stock", {"title": "GPT 도해"}),
        ("get_stock", {"title": "머신러닝 첫걸음"}),
    ),
    # Strict schemas and a demanded choice.
    one(
        "strict_trip",
        "강릉으로 3일 여행 계획 세워 줘. 예산은 50만 원",
        ("plan_trip", {"destination": "강릉", "days": 3, "travellers": None, "budget": 500000, "pace": None}),
    ),
    one("tables", "Hello there!", tool_choice="none"),
    one(
        "library",
        "파친코",
        ("search_books", {"title": "파친코"}),
        tool_choice={"type": "function", "function": {"name": "search_books"}},
    ),
)
