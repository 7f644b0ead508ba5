"""Conversations about functions of everyday domains: a second exam, each answer written before it was tried.

Enumerations carry descriptions, units are converted as a description says, several functions of a set are alike, and
today is told in several ways of writing.
"""

from typing import Any

from tests.function_questions import flag, function, many, number, text, whole
from tests.function_questions_more import Talk, Turn, between, maybe, one, strict, thing

DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}

DAILY_TOOLS: dict[str, tuple[dict[str, Any], ...]] = {
    "airline": (
        function(
            "change_seat",
            "Change the seat of a passenger on a booked flight",
            "booking_code seat",
            booking_code="Six-character booking code",
            seat="Seat such as 14C",
        ),
        function(
            "request_seat_type",
            "Ask for a kind of seat when the exact seat does not matter",
            "booking_code position",
            booking_code="Six-character booking code",
            position=text("A = aisle, W = window, M = middle", "A", "W", "M"),
            extra_legroom=flag("Seat with extra legroom"),
        ),
        function(
            "add_baggage",
            "Add checked baggage to a booking",
            "booking_code bags",
            booking_code="Six-character booking code",
            bags=between(1, 5, description="Number of bags"),
            weight_kg=number("Weight of each bag in kilograms"),
        ),
        function("check_in", "Check in for a flight", "booking_code", booking_code="Six-character booking code"),
    ),
    "recipes": (
        function(
            "find_recipes",
            "재료로 요리법을 찾습니다",
            "ingredients",
            ingredients=many({"type": "string"}, "가지고 있는 재료"),
            exclude=many({"type": "string"}, "빼야 하는 재료"),
            max_minutes=whole("최대 조리 시간(분)"),
            diet=text("식단", "vegan", "vegetarian", "none"),
        ),
        function("get_recipe", "요리법 하나를 자세히 보여 줍니다", "name", name="요리 이름", servings=whole("몇 인분")),
        function("save_recipe", "요리법을 즐겨찾기에 저장합니다", "name", name="요리 이름"),
    ),
    "claims": (
        function(
            "file_claim",
            "File an insurance claim",
            "policy_number incident",
            policy_number="Policy number",
            incident=thing(
                "kind date",
                "What happened",
                kind=text("Kind of incident", "theft", "water_damage", "fire", "accident"),
                date={**DAY, "description": "Day of the incident"},
                amount=number("Damage in euros"),
            ),
            police_informed=flag("Whether the police was informed"),
        ),
        function("claim_status", "Look up how far a claim is", "claim_id", claim_id="Claim number"),
        function("withdraw_claim", "Withdraw a claim", "claim_id", claim_id="Claim number"),
    ),
    "timetable": (
        function(
            "lessons_on",
            "어느 반의 하루 수업 시간표",
            "class_name weekday",
            class_name="반, 예: 3-2",
            weekday=text("요일", "mon", "tue", "wed", "thu", "fri"),
        ),
        function("teacher_of", "과목을 가르치는 선생님을 알려 줍니다", "subject", subject="과목", class_name="반"),
        function(
            "swap_lessons",
            "두 교시의 수업을 맞바꿉니다",
            "class_name weekday period_a period_b",
            class_name="반, 예: 3-2",
            weekday=text("요일", "mon", "tue", "wed", "thu", "fri"),
            period_a=between(1, 7, description="첫째 교시"),
            period_b=between(1, 7, description="둘째 교시"),
        ),
    ),
    "museum": (
        function(
            "start_audio_guide",
            "Start the audio guide for an exhibit",
            "exhibit_number",
            exhibit_number=between(1, 400, description="Number beside the exhibit"),
            language=text("Language of the guide: ISO code", "en", "ko", "zh", "fr"),
        ),
        function("find_exhibits", "Find exhibits by artist or theme", "query", query="Artist or theme"),
        function(
            "opening_hours",
            "Opening hours of the museum on a day",
            "date",
            date={**DAY, "description": "Day"},
        ),
        function(
            "buy_admission",
            "Buy admission tickets",
            "date adults",
            date={**DAY, "description": "Day of the visit"},
            adults=between(0, 20, description="Number of adults"),
            children={**between(0, 20, description="Number of children"), "default": 0},
        ),
    ),
    "plants": (
        function(
            "water_plant",
            "Water a plant now",
            "plant millilitres",
            plant="Name of the plant",
            millilitres=between(10, 2000, description="Amount of water in millilitres"),
        ),
        function(
            "schedule_watering",
            "Water a plant regularly",
            "plant every_days",
            plant="Name of the plant",
            every_days=between(1, 60, description="Days between two waterings"),
            time="Time of day HH:MM",
        ),
        function("soil_moisture", "Read the soil moisture of a plant in percent", "plant", plant="Name of the plant"),
    ),
    "podcasts": (
        function(
            "play_episode",
            "Play an episode of a podcast",
            "show",
            show="Name of the podcast",
            episode=whole("Number of the episode"),
            speed=between(0.5, 3, "number", "Playback speed, 1 is normal"),
        ),
        function("skip", "Skip forward or back", "seconds", seconds=whole("Seconds; negative goes back")),
        function("subscribe", "Subscribe to a podcast", "show", show="Name of the podcast"),
        function(
            "sleep_timer",
            "Stop playing after a while",
            "minutes",
            minutes=between(1, 180, description="Minutes until it stops"),
        ),
    ),
    "tax": (
        strict(
            "add_deduction",
            "Add a deduction to the tax form",
            category=text("Kind", "travel", "equipment", "donation", "insurance"),
            amount=number("Amount in euros"),
            date=maybe({**DAY, "description": "Day of the expense"}),
            note=maybe(text("Remark")),
        ),
        function("estimate_refund", "Estimate the tax refund of a year", "year", year=whole("Tax year")),
        function("submit_tax_form", "Submit the tax form of a year", "year", year=whole("Tax year")),
    ),
    "moves": (
        function(
            "transfer_pallets",
            "Move pallets between storage bins",
            "moves",
            moves=many(
                thing("sku count to_bin", "", sku="Article code", count=whole("Pallets"), to_bin="Target bin"),
                "Each move",
            ),
            urgent=flag("Before all other work"),
        ),
        function("bin_contents", "What lies in a storage bin", "bin", bin="Bin such as A-12"),
        function("locate_sku", "In which bins an article lies", "sku", sku="Article code"),
    ),
    "dentist": (
        function(
            "make_appointment",
            "치과 예약을 잡습니다",
            "patient start treatment",
            patient="환자 이름",
            start={**MOMENT, "description": "시작 시각, ISO 8601"},
            treatment=text(
                "진료: scaling=스케일링, filling=충치 치료, checkup=정기 검진", "scaling", "filling", "checkup"
            ),
        ),
        function(
            "move_appointment",
            "잡아 둔 예약의 시각을 바꿉니다",
            "appointment_id new_start",
            appointment_id="예약 번호",
            new_start={**MOMENT, "description": "새 시각, ISO 8601"},
        ),
        function("free_times", "예약할 수 있는 시각을 보여 줍니다", "date", date={**DAY, "description": "날짜"}),
    ),
    "rental": (
        function(
            "rent_car",
            "Rent a car",
            "city pickup_date return_date",
            city="Where the car is picked up",
            pickup_date={**DAY, "description": "First day"},
            return_date={**DAY, "description": "Last day"},
            car_class=text("Class", "compact", "suv", "van"),
            automatic=flag("Automatic gearbox"),
            driver_age=between(18, 99, description="Age of the driver"),
        ),
        function(
            "extend_rental", "Extend a rental by some days", "rental_id days", rental_id="Rental", days=whole("Days")
        ),
        function(
            "report_mileage",
            "Report the mileage of a rented car",
            "rental_id kilometres",
            rental_id="Rental",
            kilometres=number("Driven distance in kilometres"),
        ),
    ),
    "day": (
        function(
            "daily_weather",
            "Weather forecast of a city for a day",
            "city date",
            city="City",
            date={**DAY, "description": "Day"},
        ),
        function("events_on", "Events in the calendar of a day", "date", date={**DAY, "description": "Day"}),
        function(
            "add_event",
            "Put an event into the calendar",
            "title start",
            title="Title",
            start={**MOMENT, "description": "Start"},
            location="Where",
            minutes=whole("Length in minutes"),
        ),
    ),
    "money": (
        function(
            "convert",
            "Convert an amount from one currency into another",
            "amount source target",
            amount=number("Amount"),
            source=text("ISO code of the currency", "USD", "EUR", "KRW", "CNY", "JPY"),
            target=text("ISO code of the wanted currency", "USD", "EUR", "KRW", "CNY", "JPY"),
        ),
        function(
            "rate_on",
            "The exchange rate of a past day",
            "source target date",
            source=text("ISO code", "USD", "EUR", "KRW", "CNY", "JPY"),
            target=text("ISO code", "USD", "EUR", "KRW", "CNY", "JPY"),
            date={**DAY, "description": "Day"},
        ),
    ),
    "reminders": (
        function(
            "set_reminder",
            "알림을 만듭니다",
            "text remind_at",
            text="알릴 내용",
            remind_at={**MOMENT, "description": "알릴 시각"},
            priority=text("중요도: high는 중요한 일", "low", "normal", "high"),
        ),
        function("list_reminders", "알림 목록을 보여 줍니다", "", date={**DAY, "description": "날짜"}),
        function("delete_reminder", "알림을 지웁니다", "reminder_id", reminder_id="알림 번호"),
    ),
    "tickets": (
        function(
            "raise_ticket",
            "提交一个技术支持工单",
            "subject severity",
            subject="问题标题",
            severity=text("严重程度：critical 表示系统无法使用", "minor", "major", "critical"),
            product="产品名称",
        ),
        function("ticket_state", "查询工单的处理进度", "ticket_no", ticket_no="工单号"),
        function("add_comment", "给工单添加评论", "ticket_no comment", ticket_no="工单号", comment="评论内容"),
    ),
    "translation": (
        function(
            "translate",
            "Translate a text",
            "text target",
            text="The text to translate",
            target=text("Code of the target language", "en", "ko", "zh", "ja", "de"),
            formal=flag("Polite, formal wording"),
        ),
        function(
            "pronounce",
            "Say a word aloud",
            "word language",
            word="Word",
            language=text("Code", "en", "ko", "zh", "ja", "de"),
        ),
    ),
    "maps": (
        function(
            "route",
            "Plan a route between two places",
            "origin destination mode",
            origin="Start",
            destination="End",
            mode=text("How to travel", "walking", "cycling", "driving", "transit"),
            avoid=many(text("", "tolls", "ferries", "highways"), "What to avoid"),
            arrive_by="Time of arrival HH:MM",
        ),
        function(
            "nearby",
            "Find places of a kind near a place",
            "kind near",
            kind=text("Kind of place", "cafe", "pharmacy", "petrol_station", "atm"),
            near="Place",
            radius_m=between(50, 5000, description="Radius in metres"),
        ),
    ),
    "photos": (
        function("create_album", "사진 앨범을 새로 만듭니다", "name", name="앨범 이름", shared=flag("가족과 공유")),
        function(
            "find_photos",
            "사진을 찾습니다",
            "",
            person="사진 속 사람",
            place="찍은 곳",
            from_date={**DAY, "description": "언제부터"},
            to_date={**DAY, "description": "언제까지"},
        ),
        function("delete_album", "앨범을 지웁니다", "name", name="앨범 이름"),
    ),
    "tariffs": (
        function(
            "estimate_bill",
            "Estimate the monthly electricity bill",
            "kwh tariff",
            kwh=number("Monthly consumption in kWh"),
            tariff=text(
                "Tariff: flat, day_night (cheap at night), green (renewable energy)", "flat", "day_night", "green"
            ),
        ),
        function(
            "switch_tariff",
            "Switch a customer to another tariff",
            "customer_id tariff",
            customer_id="Customer number",
            tariff=text("New tariff", "flat", "day_night", "green"),
        ),
        function(
            "report_meter",
            "Report a meter reading",
            "meter_id reading",
            meter_id="Meter",
            reading=whole("Reading in kWh"),
        ),
    ),
    "classes": (
        function(
            "join_class",
            "Join a gym class",
            "class_name date",
            class_name=text("Class", "boxing", "zumba", "swimming"),
            date={**DAY, "description": "Day"},
            bring_guest={"type": "boolean", "description": "Bring a guest", "default": False},
        ),
        function(
            "leave_waitlist",
            "Leave the waiting list of a class",
            "class_name",
            class_name=text("Class", "boxing", "zumba", "swimming"),
        ),
        function(
            "trainer_of",
            "Which trainer gives a class",
            "class_name",
            class_name=text("Class", "boxing", "zumba", "swimming"),
        ),
    ),
}

DAILY_TALKS: tuple[Talk, ...] = (
    one(
        "airline",
        "Please move me to seat 22F, my booking code is KX7Q2M",
        ("change_seat", {"booking_code": "KX7Q2M", "seat": "22F"}),
    ),
    one(
        "airline",
        "KX7Q2M 예약에 창가 자리로 부탁해요, 다리 공간 넓은 걸로요",
        ("request_seat_type", {"booking_code": "KX7Q2M", "position": "W", "extra_legroom": True}),
    ),
    Talk(
        "airline",
        (
            Turn("I'd like to add two bags of 23 kg each", (), ("?",)),
            Turn("PLM4T9", (("add_baggage", {"booking_code": "PLM4T9", "bags": 2, "weight_kg": 23}),), ("70",)),
            Turn("Now check me in", (("check_in", {"booking_code": "PLM4T9"}),)),
        ),
        {"add_baggage": {"fee_eur": 70}},
    ),
    one("airline", "Is breakfast served on the flight?"),
    one(
        "recipes",
        "두부랑 버섯, 대파로 20분 안에 만들 수 있는 요리 찾아 줘",
        ("find_recipes", {"ingredients": ["두부", "버섯", "대파"], "max_minutes": 20}),
        says=("두부전골",),
        outputs={"find_recipes": [{"name": "두부전골", "minutes": 18}, {"name": "버섯볶음", "minutes": 12}]},
    ),
    one(
        "recipes",
        "Find vegan recipes with chickpeas and spinach but without garlic",
        ("find_recipes", {"ingredients": ["chickpeas", "spinach"], "exclude": ["garlic"], "diet": "vegan"}),
    ),
    Talk(
        "recipes",
        (
            Turn("김치찌개 4인분 레시피 보여 줘", (("get_recipe", {"name": "김치찌개", "servings": 4}),)),
            Turn("즐겨찾기에 저장해 줘", (("save_recipe", {"name": "김치찌개"}),)),
        ),
    ),
    one(
        "claims",
        "My bike was stolen on 2 May, policy HP-55120, damage 1,450 euros, the police knows it. Please file a claim.",
        (
            "file_claim",
            {
                "policy_number": "HP-55120",
                "incident": {"kind": "theft", "date": "2026-05-02", "amount": 1450},
                "police_informed": True,
            },
        ),
    ),
    Talk(
        "claims",
        (
            Turn("How far is my claim?", (), ("?",)),
            Turn("C-90871", (("claim_status", {"claim_id": "C-90871"}),), ("under review",)),
        ),
        {"claim_status": {"claim_id": "C-90871", "status": "under review"}},
    ),
    one("claims", "Don't withdraw claim C-90871 yet"),
    one("timetable", "3-2반 금요일 시간표 알려 줘", ("lessons_on", {"class_name": {"3-2", "3-2반"}, "weekday": "fri"})),
    one(
        "timetable",
        "내일 1-4반은 무슨 수업이 있어?",
        ("lessons_on", {"class_name": {"1-4", "1-4반"}, "weekday": "thu"}),
        says=("수학",),
        outputs={"lessons_on": ["수학", "음악", "체육"]},
    ),
    one(
        "timetable",
        "2-1반 화요일 2교시랑 5교시 바꿔 줘",
        ("swap_lessons", {"class_name": {"2-1", "2-1반"}, "weekday": "tue", "period_a": 2, "period_b": 5}),
    ),
    one("timetable", "생물은 누가 가르쳐?", ("teacher_of", {"subject": "생물"})),
    one(
        "museum",
        "Start the audio guide for number 127 in Korean",
        ("start_audio_guide", {"exhibit_number": 127, "language": "ko"}),
    ),
    one(
        "museum",
        "Two adults and three children for Sunday, please buy the tickets",
        ("buy_admission", {"date": "2026-05-17", "adults": 2, "children": 3}),
    ),
    one(
        "museum",
        "Are you open next Monday?",
        ("opening_hours", {"date": "2026-05-18"}),
        says=("closed",),
        outputs={"opening_hours": {"date": "2026-05-18", "status": "closed"}},
    ),
    one("plants", "Give the basil a quarter litre of water", ("water_plant", {"plant": "basil", "millilitres": 250})),
    one(
        "plants",
        "몬스테라는 열흘에 한 번 아침 7시에 물 주도록 해 줘",
        ("schedule_watering", {"plant": "몬스테라", "every_days": 10, "time": "07:00"}),
    ),
    one(
        "plants",
        "How dry are the fern and the orchid?",
        ("soil_moisture", {"plant": "fern"}),
        ("soil_moisture", {"plant": "orchid"}),
        says=("31",),
        outputs={"soil_moisture": {"moisture_percent": 31}},
    ),
    one(
        "podcasts",
        "Play episode 84 of 'Night Signals' at one and a half times speed",
        ("play_episode", {"show": "Night Signals", "episode": 84, "speed": 1.5}),
    ),
    one("podcasts", "30초 뒤로 돌려 줘", ("skip", {"seconds": -30})),
    one("podcasts", "Stop after three quarters of an hour", ("sleep_timer", {"minutes": 45})),
    one(
        "tax",
        "Add a deduction for a donation of 120 euros on 3 March",
        ("add_deduction", {"category": "donation", "amount": 120, "date": "2026-03-03", "note": None}),
    ),
    one("tax", "Can I deduct my dog?"),
    one(
        "tax",
        "How much will I get back for last year?",
        ("estimate_refund", {"year": 2025}),
        says=("error", "not ready"),
        outputs={"estimate_refund": {"error": "form not ready"}},
    ),
    one(
        "moves",
        "Move 4 pallets of LX-200 to B-07 and 2 pallets of MN-15 to C-11, it's urgent",
        (
            "transfer_pallets",
            {
                "moves": [
                    {"sku": "LX-200", "count": 4, "to_bin": "B-07"},
                    {"sku": "MN-15", "count": 2, "to_bin": "C-11"},
                ],
                "urgent": True,
            },
        ),
    ),
    one("moves", "A-12랑 A-13에 뭐가 있어?", ("bin_contents", {"bin": "A-12"}), ("bin_contents", {"bin": "A-13"})),
    one(
        "dentist",
        "박지훈 환자 다음 주 화요일 오후 2시 반에 스케일링 예약해 주세요",
        (
            "make_appointment",
            {"patient": "박지훈", "start": {"2026-05-19T14:30:00", "2026-05-19T14:30"}, "treatment": "scaling"},
        ),
    ),
    Talk(
        "dentist",
        (
            Turn("예약 번호 DN-41 예약을 옮기고 싶어요", (), ("?",)),
            Turn(
                "모레 오전 10시로요",
                (
                    (
                        "move_appointment",
                        {"appointment_id": "DN-41", "new_start": {"2026-05-15T10:00:00", "2026-05-15T10:00"}},
                    ),
                ),
            ),
        ),
    ),
    one(
        "rental",
        "I need an automatic SUV in Lisbon from September 18 to 25, the driver is 34 years old",
        (
            "rent_car",
            {
                "city": "Lisbon",
                "pickup_date": "2026-09-18",
                "return_date": "2026-09-25",
                "car_class": "suv",
                "automatic": True,
                "driver_age": 34,
            },
        ),
        today="Monday, 7 September 2026",
    ),
    one(
        "rental",
        "Rental R-3302: we drove 310 miles",
        ("report_mileage", {"rental_id": "R-3302", "kilometres": {498.9, 498.897, 498.89664, 499, 498.8966}}),
    ),
    Talk(
        "day",
        (
            Turn(
                "이번 주 토요일 강릉 날씨랑 그날 일정 알려 줘",
                (("daily_weather", {"city": "강릉", "date": "2026-09-12"}), ("events_on", {"date": "2026-09-12"})),
                ("맑음",),
            ),
            Turn(
                "그럼 그날 오전 9시에 등산 일정 추가해 줘, 3시간으로",
                (
                    (
                        "add_event",
                        {
                            "title": {"등산", "등산 일정"},
                            "start": {"2026-09-12T09:00:00", "2026-09-12T09:00"},
                            "minutes": 180,
                        },
                    ),
                ),
            ),
        ),
        {"daily_weather": {"sky": "맑음", "high": 24}, "events_on": []},
        today="2026년 9월 7일 월요일",
    ),
    one(
        "money",
        "把五千元人民币换成韩元是多少？",
        ("convert", {"amount": 5000, "source": "CNY", "target": "KRW"}),
        says=("965",),
        outputs={"convert": {"amount": 965000, "currency": "KRW"}},
    ),
    one(
        "money",
        "300달러는 엔화로 얼마고 유로로는 얼마야?",
        ("convert", {"amount": 300, "source": "USD", "target": "JPY"}),
        ("convert", {"amount": 300, "source": "USD", "target": "EUR"}),
    ),
    one(
        "reminders",
        "내일 저녁 8시에 '약 먹기' 알려 줘, 중요해",
        (
            "set_reminder",
            {"text": "약 먹기", "remind_at": {"2026-05-14T20:00:00", "2026-05-14T20:00"}, "priority": "high"},
        ),
    ),
    one(
        "tickets",
        "打印服务器完全无法使用，请提交一个严重的工单，标题是“打印服务器宕机”",
        ("raise_ticket", {"subject": "打印服务器宕机", "severity": "critical"}),
    ),
    one(
        "translation",
        "Translate 'Where is the station?' into Japanese and German, formally please",
        ("translate", {"text": "Where is the station?", "target": "ja", "formal": True}),
        ("translate", {"text": "Where is the station?", "target": "de", "formal": True}),
    ),
    one(
        "maps",
        "Cycling route from Altona to the harbour museum, avoid ferries, I must be there by 5:45 pm",
        (
            "route",
            {
                "origin": "Altona",
                "destination": {"harbour museum", "the harbour museum"},
                "mode": "cycling",
                "avoid": ["ferries"],
                "arrive_by": "17:45",
            },
        ),
    ),
    one(
        "maps",
        "서울역에서 1.5km 안에 있는 약국 찾아 줘",
        ("nearby", {"kind": "pharmacy", "near": "서울역", "radius_m": 1500}),
    ),
    Talk(
        "photos",
        (
            Turn(
                "작년 8월 제주도에서 찍은 민지 사진 찾아 줘",
                (
                    (
                        "find_photos",
                        {
                            "person": "민지",
                            "place": {"제주도", "제주"},
                            "from_date": "2025-08-01",
                            "to_date": "2025-08-31",
                        },
                    ),
                ),
                ("128",),
            ),
            Turn(
                "가족과 공유하는 '여름 제주' 앨범을 만들어 줘",
                (("create_album", {"name": "여름 제주", "shared": True}),),
            ),
            Turn("고마워!", ()),
        ),
        {"find_photos": {"count": 128}},
    ),
    one(
        "tariffs",
        "What would 320 kWh cost on the tariff with cheap nights, and on the renewable one?",
        ("estimate_bill", {"kwh": 320, "tariff": "day_night"}),
        ("estimate_bill", {"kwh": 320, "tariff": "green"}),
    ),
    one(
        "tariffs",
        "고객번호 50123을 그린 요금제로 바꿔 주세요",
        ("switch_tariff", {"customer_id": "50123", "tariff": "green"}),
    ),
    Talk(
        "classes",
        (
            Turn("Who teaches boxing?", (("trainer_of", {"class_name": "boxing"}),), ("Ana",)),
            Turn("And zumba?", (("trainer_of", {"class_name": "zumba"}),)),
            Turn(
                "Sign me up for zumba the day after tomorrow, I'll bring a friend",
                (("join_class", {"class_name": "zumba", "date": "2026-05-15", "bring_guest": True}),),
            ),
        ),
        {"trainer_of": {"name": "Ana"}},
    ),
)
