"""Functions of many domains, questions about them, and the calls that answer them.

Written before the skill that they try: the skill was built looking at the pairs that are not held out.
"""

from dataclasses import dataclass
from typing import Any

Call = tuple[str, dict[str, Any]]


def function(name: str, description: str, required: str = "", /, **properties: Any) -> dict[str, Any]:
    """A function tool; a property is given as its schema, or as its description where it is a plain string."""
    shapes = {
        key: {"type": "string", "description": shape} if isinstance(shape, str) else shape
        for key, shape in properties.items()
    }
    parameters = {"type": "object", "properties": shapes, "required": required.split()}
    return {"type": "function", "function": {"name": name, "description": description, "parameters": parameters}}


def text(description: str = "", *options: str) -> dict[str, Any]:
    """A string, one of the options where there are any."""
    return {"type": "string", "description": description} | ({"enum": list(options)} if options else {})


def number(description: str = "") -> dict[str, Any]:
    """A number."""
    return {"type": "number", "description": description}


def whole(description: str = "") -> dict[str, Any]:
    """An integer."""
    return {"type": "integer", "description": description}


def flag(description: str = "") -> dict[str, Any]:
    """A boolean."""
    return {"type": "boolean", "description": description}


def many(items: dict[str, Any], description: str = "") -> dict[str, Any]:
    """An array."""
    return {"type": "array", "items": items, "description": description}


TOOLS: dict[str, tuple[dict[str, Any], ...]] = {
    "weather": (
        function(
            "get_current_weather",
            "Get the current weather in a given location",
            "location",
            location=text("The city, for instance a capital"),
            unit=text("Unit of the temperature", "celsius", "fahrenheit"),
        ),
        function(
            "get_forecast",
            "Get the weather forecast for the coming days",
            "city days",
            city=text("City name"),
            days=whole("How many days ahead, 1 to 7"),
        ),
    ),
    "shop": (
        function("getOrderStatus", "Look up the status of an order", "orderId", orderId=text("The order number")),
        function(
            "cancelOrder",
            "Cancel an order that was placed",
            "orderId",
            orderId=text("The order number"),
            reason=text("Why the customer cancels"),
        ),
        function(
            "searchProducts",
            "Search the product catalogue",
            "query",
            query=text("What to search for"),
            category=text("Product category", "electronics", "clothing", "food"),
            maxPrice=number("Highest price"),
            inStock=flag("Only products in stock"),
        ),
    ),
    "calendar": (
        function(
            "create_event",
            "Create an event in the user's calendar",
            "title date start_time",
            title=text("Title of the event"),
            date=text("Date of the event, YYYY-MM-DD"),
            start_time=text("Start time, HH:MM, 24 hours"),
            duration_minutes=whole("Length in minutes"),
            attendees=many({"type": "string"}, "Names or e-mail addresses of the attendees"),
        ),
        function("list_events", "List the events of one day", "date", date=text("Date, YYYY-MM-DD")),
        function("delete_event", "Delete an event", "event_id", event_id=text("ID of the event")),
    ),
    "bank": (
        function(
            "transfer_money",
            "Transfer money to somebody",
            "recipient amount",
            recipient=text("Name of the person who receives the money"),
            amount=number("Amount to transfer"),
            currency=text("Currency", "KRW", "USD", "EUR"),
            memo=text("Memo for the recipient"),
        ),
        function(
            "get_balance",
            "Get the balance of an account",
            "account_type",
            account_type=text("Which account", "checking", "savings"),
        ),
    ),
    "home": (
        function(
            "set_light",
            "조명을 켜거나 끄고 밝기를 조절한다",
            "room on",
            room=text("방", "거실", "침실", "주방"),
            on=flag("켜면 true, 끄면 false"),
            brightness=whole("밝기, 0에서 100 퍼센트"),
        ),
        function(
            "set_thermostat",
            "방의 난방 온도를 맞춘다",
            "room temperature",
            room=text("방", "거실", "침실", "주방"),
            temperature=number("목표 온도, 섭씨"),
        ),
    ),
    "leave": (
        function(
            "apply_leave",
            "직원의 휴가를 신청합니다",
            "employee_name start_date end_date leave_type",
            employee_name=text("직원 이름"),
            start_date=text("휴가 시작일 (YYYY-MM-DD)"),
            end_date=text("휴가 종료일 (YYYY-MM-DD)"),
            leave_type=text("휴가 종류", "annual", "sick", "half_day"),
        ),
        function(
            "get_leave_balance",
            "직원의 남은 휴가 일수를 조회합니다",
            "employee_name",
            employee_name=text("직원 이름"),
        ),
        function(
            "get_salary",
            "직원의 월급을 조회합니다",
            "employee_name month",
            employee_name=text("직원 이름"),
            month=text("조회할 월 (YYYY-MM)"),
        ),
    ),
    "travel": (
        function(
            "search_flights",
            "Search for flights between two cities",
            "origin destination departure_date",
            origin=text("City of departure"),
            destination=text("City of arrival"),
            departure_date=text("Date of departure, YYYY-MM-DD"),
            passengers=whole("Number of passengers"),
            cabin_class=text("Cabin class", "economy", "business", "first"),
        ),
        function(
            "book_hotel",
            "Book a hotel room",
            "city check_in check_out",
            city=text("City of the hotel"),
            check_in=text("Check-in date, YYYY-MM-DD"),
            check_out=text("Check-out date, YYYY-MM-DD"),
            guests=whole("Number of guests"),
        ),
    ),
    "finance": (
        function(
            "get_stock_price",
            "Get the current stock price of a company",
            "symbol",
            symbol=text("Ticker symbol or company name"),
        ),
        function(
            "convert_currency",
            "Convert an amount of money from one currency to another at the current exchange rate",
            "amount from_currency to_currency",
            amount=number("Amount to convert"),
            from_currency=text("Currency code to convert from, such as USD"),
            to_currency=text("Currency code to convert to"),
        ),
    ),
    "clinic": (
        function(
            "book_appointment",
            "병원 진료를 예약한다",
            "department date time",
            department=text("진료과", "내과", "치과", "안과", "피부과"),
            date=text("진료 날짜, YYYY-MM-DD"),
            time=text("진료 시각, HH:MM"),
            patient_name=text("환자 이름"),
        ),
        function(
            "record_blood_pressure",
            "혈압을 기록한다",
            "systolic diastolic",
            systolic=whole("수축기 혈압(mmHg)"),
            diastolic=whole("이완기 혈압(mmHg)"),
            pulse=whole("맥박"),
        ),
    ),
    "library": (
        function(
            "find_book",
            "Find a book in the library",
            "",
            title=text("Title of the book"),
            author=text("Author of the book"),
        ),
        function(
            "renew_loan",
            "Renew the loan of a borrowed book",
            "card_number isbn",
            card_number=text("Number of the library card"),
            isbn=text("ISBN of the book"),
        ),
    ),
    "school": (
        function(
            "get_student_grade",
            "Look up the grade of a student in a subject",
            "student_id subject",
            student_id=whole("Student number"),
            subject=text("School subject", "math", "science", "english", "history"),
        ),
        function("list_students", "List all students of a class", "class_name", class_name=text("Class, such as 3-B")),
    ),
    "music": (
        function(
            "playMusic",
            "Play a song or an artist on the speaker",
            "",
            artist=text("Artist or band"),
            track=text("Title of the song"),
            volume=whole("Volume from 0 to 100"),
        ),
        function(
            "setAlarm",
            "Set an alarm clock",
            "time",
            time=text("Time of day, HH:MM"),
            days=many(text("", "mon", "tue", "wed", "thu", "fri", "sat", "sun"), "Days on which the alarm repeats"),
        ),
    ),
    "restaurant": (
        function(
            "reserve_table",
            "Reserve a table at a restaurant",
            "restaurant party_size date time",
            restaurant=text("Name of the restaurant"),
            party_size=whole("How many people"),
            date=text("Date"),
            time=text("Time, HH:MM"),
        ),
        function(
            "order_food",
            "Order food for delivery",
            "items",
            items=many(
                {
                    "type": "object",
                    "properties": {"name": text("Dish"), "quantity": whole("How many")},
                    "required": ["name", "quantity"],
                },
                "The dishes ordered",
            ),
            address=text("Delivery address"),
        ),
    ),
    "parcels": (
        function(
            "track_parcel",
            "Track where a parcel is",
            "tracking_number",
            tracking_number=text("Tracking number"),
            carrier=text("Carrier", "UPS", "FedEx", "DHL"),
        ),
        function(
            "estimate_shipping_cost",
            "Estimate what shipping a parcel costs",
            "weight_kg country",
            weight_kg=number("Weight in kilograms"),
            country=text("Country of destination"),
            express=flag("Express delivery"),
        ),
    ),
    "mail": (
        function(
            "send_email",
            "Send an e-mail",
            "to subject body",
            to=text("E-mail address of the recipient"),
            subject=text("Subject line"),
            body=text("Text of the e-mail"),
        ),
        function(
            "search_inbox",
            "Search the e-mails in the inbox",
            "",
            sender=text("Who sent the mail"),
            keyword=text("Word in the mail"),
            unread_only=flag("Only unread mails"),
        ),
    ),
    "chinese": (
        function(
            "query_air_quality",
            "查询城市的空气质量",
            "city",
            city=text("城市名称"),
        ),
        function(
            "book_train_ticket",
            "预订火车票",
            "from_station to_station date",
            from_station=text("出发站"),
            to_station=text("到达站"),
            date=text("乘车日期，YYYY-MM-DD"),
            seat=text("座位类型", "一等座", "二等座", "商务座"),
        ),
    ),
    "sums": (
        function(
            "calculate_bmi",
            "Calculate the body mass index",
            "height_cm weight_kg",
            height_cm=number("Height in centimetres"),
            weight_kg=number("Weight in kilograms"),
        ),
        function(
            "monthly_loan_payment",
            "Calculate the monthly payment of a loan",
            "principal annual_rate years",
            principal=number("Amount borrowed"),
            annual_rate=number("Interest rate per year in percent"),
            years=whole("Term of the loan in years"),
        ),
    ),
    "nations": (
        function(
            "get_population",
            "나라의 인구를 조회한다",
            "country",
            country=text("나라 이름"),
            year=whole("연도"),
        ),
        function("get_capital", "나라의 수도를 알려 준다", "country", country=text("나라 이름")),
    ),
    "support": (
        function(
            "create_ticket",
            "Open a support ticket for a problem that a customer reports",
            "subject priority",
            subject=text("The problem in a few words"),
            priority=text("How urgent it is", "low", "normal", "high"),
            customer_email=text("E-mail address of the customer"),
        ),
        function(
            "issue_refund",
            "Refund a payment to a customer",
            "order_number amount",
            order_number=text("Order number"),
            amount=number("Amount to refund"),
        ),
    ),
    "todo": (
        function(
            "add_task",
            "할 일 목록에 할 일을 추가한다",
            "task",
            task=text("할 일의 내용"),
            due=text("마감일"),
            priority=text("우선순위", "높음", "보통", "낮음"),
        ),
        function("complete_task", "할 일을 완료로 표시한다", "task_id", task_id=whole("할 일 번호")),
        function("set_timer", "타이머를 맞춘다", "seconds", seconds=whole("초 단위의 시간")),
    ),
}

# For the questions written last, as somebody else would.
TOOLS |= {
    "realestate": (
        function(
            "listApartments",
            "List apartments for rent",
            "district",
            district=text("District or neighbourhood"),
            max_rent=whole("Maximum monthly rent in KRW"),
            min_rooms=whole("Minimum number of rooms"),
            pets_allowed=flag("Whether pets are allowed"),
        ),
        function(
            "scheduleViewing",
            "Schedule a viewing of an apartment",
            "listing_id datetime",
            listing_id=text("Listing ID"),
            datetime={"type": "string", "format": "date-time"},
        ),
    ),
    "dev": (
        function("restart_server", "Restart a server", "server_name", server_name=text("Name of the server")),
        function(
            "get_logs",
            "Get the most recent log lines of a server",
            "server_name",
            server_name=text("Name of the server"),
            lines=whole("Number of lines"),
            level=text("Log level", "debug", "info", "warning", "error"),
        ),
        function(
            "create_issue",
            "Create an issue in the bug tracker",
            "title",
            title=text("Title"),
            labels=many(text("", "bug", "feature", "docs"), "Labels"),
            assignee=text("Who should work on it"),
        ),
    ),
    "fitness": (
        function(
            "log_workout",
            "운동을 기록합니다",
            "activity duration",
            activity=text("운동 종류", "running", "cycling", "swimming", "yoga"),
            duration=whole("운동 시간(분)"),
            distance_km=number("거리(km)"),
        ),
        function("log_meal", "식사를 기록합니다", "food", food=text("음식 이름"), calories=whole("칼로리")),
        function("get_weekly_summary", "이번 주 운동 요약을 보여 줍니다", ""),
    ),
    "movie": (
        function(
            "find_showtimes",
            "Find showtimes of a movie in a theater",
            "movie",
            movie=text("Title of the movie"),
            theater=text("Theater"),
            date=text("Date"),
        ),
        function(
            "buy_tickets",
            "Buy movie tickets",
            "movie showtime quantity",
            movie=text("Title"),
            showtime=text("Time HH:MM"),
            quantity=whole("Number of tickets"),
        ),
    ),
    "taxes": (
        function(
            "calculate_income_tax",
            "소득세를 계산한다",
            "annual_income",
            annual_income=number("연 소득(원)"),
            dependents=whole("부양가족 수"),
        ),
        function("calculate_vat", "부가가치세를 계산한다", "amount", amount=number("공급가액(원)")),
    ),
    "translate": (
        function(
            "translate_text",
            "Translate a text",
            "text target_language",
            text=text("Text to translate"),
            target_language=text("Target language code, e.g. 'en', 'ko'"),
        ),
        function("define_word", "Look up the definition of a word", "word", word=text("The word")),
    ),
    "transit": (
        function(
            "next_bus",
            "다음 버스 도착 시간을 알려 준다",
            "bus_number",
            bus_number=text("버스 번호"),
            stop=text("정류장 이름"),
        ),
        function(
            "get_route",
            "두 지점 사이의 경로를 찾는다",
            "start end",
            start=text("출발 지점"),
            end=text("도착 지점"),
            mode=text("이동 수단", "car", "transit", "walk"),
        ),
    ),
    "inventory": (
        function(
            "check_stock",
            "Check how many units of a product are in stock",
            "sku",
            sku=text("SKU"),
            warehouse=text("Warehouse", "Seoul", "Busan"),
        ),
        function(
            "reorder",
            "Order more units of a product from the supplier",
            "sku quantity",
            sku=text("SKU"),
            quantity=whole("Units"),
        ),
    ),
    "math": (
        function("add", "Add two numbers", "a b", a=number(), b=number()),
        function("multiply", "Multiply two numbers", "a b", a=number(), b=number()),
    ),
}

# An assistant seldom has only what the question needs: these stand beside some of the functions above.
TOOLS["office"] = TOOLS["calendar"] + TOOLS["mail"] + TOOLS["weather"]
TOOLS["trip"] = TOOLS["weather"] + TOOLS["finance"] + TOOLS["travel"]


@dataclass(frozen=True)
class Pair:
    """A question to an assistant with these tools, and the calls that it should make, in any order.

    A set stands for several values that are all right. `today` is told by the instructions where it is given.
    """

    tools: str
    question: str
    calls: tuple[Call, ...]
    held_out: bool = False
    today: str = ""


TODAY = "2025-03-12"  # a Wednesday

PAIRS: tuple[Pair, ...] = (
    # Looked at while building.
    Pair("weather", "서울 날씨 알려줘", (("get_current_weather", {"location": "서울"}),)),
    Pair(
        "weather",
        "What's the weather like in New York in fahrenheit?",
        (("get_current_weather", {"location": "New York", "unit": "fahrenheit"}),),
    ),
    Pair(
        "weather",
        "부산 지금 몇 도야? 섭씨로 알려줘.",
        (("get_current_weather", {"location": "부산", "unit": "celsius"}),),
    ),
    Pair("weather", "제주도 3일 예보 보여 주세요", (("get_forecast", {"city": {"제주도", "제주"}, "days": 3}),)),
    Pair(
        "weather",
        "서울과 부산 날씨를 비교해 줘",
        (("get_current_weather", {"location": "서울"}), ("get_current_weather", {"location": "부산"})),
    ),
    Pair("shop", "주문번호 A-20315 어디까지 왔나요?", (("getOrderStatus", {"orderId": "A-20315"}),)),
    Pair(
        "shop",
        "Please cancel order 88412, I ordered the wrong size.",
        (
            (
                "cancelOrder",
                {"orderId": "88412", "reason": {"I ordered the wrong size", "ordered the wrong size", "wrong size"}},
            ),
        ),
    ),
    Pair(
        "shop",
        "5만원 이하 무선 이어폰 찾아줘",
        (("searchProducts", {"query": "무선 이어폰", "maxPrice": 50000}),),
    ),
    Pair(
        "shop",
        "Find rain jackets under $80 that are in stock",
        (("searchProducts", {"query": "rain jackets", "maxPrice": 80, "inStock": True}),),
    ),
    Pair(
        "calendar",
        "내일 오후 3시에 '디자인 리뷰' 회의를 잡아줘. 한 시간 동안.",
        (
            (
                "create_event",
                {"title": "디자인 리뷰", "date": "2025-03-13", "start_time": "15:00", "duration_minutes": 60},
            ),
        ),
        today=TODAY,
    ),
    Pair(
        "calendar",
        "Schedule a meeting called Budget Review on April 4, 2025 at 9:30 am with Anna and Tom",
        (
            (
                "create_event",
                {
                    "title": "Budget Review",
                    "date": "2025-04-04",
                    "start_time": "09:30",
                    "attendees": ["Anna", "Tom"],
                },
            ),
        ),
    ),
    Pair("calendar", "이번 주 금요일 일정 보여줘", (("list_events", {"date": "2025-03-14"}),), today=TODAY),
    Pair(
        "bank",
        "민수에게 15만 원 보내 줘",
        (("transfer_money", {"recipient": "민수", "amount": 150000, "currency": "KRW"}),),
    ),
    Pair(
        "bank",
        "Send 2.5k dollars to Maria Lopez",
        (("transfer_money", {"recipient": "Maria Lopez", "amount": 2500, "currency": "USD"}),),
    ),
    Pair("bank", "내 저축 계좌 잔액이 얼마야?", (("get_balance", {"account_type": "savings"}),)),
    Pair(
        "home",
        "거실 불을 켜고 밝기를 30으로 맞춰",
        (("set_light", {"room": "거실", "on": True, "brightness": 30}),),
    ),
    Pair("home", "Turn off the kitchen light", (("set_light", {"room": "주방", "on": False}),)),
    Pair("home", "침실 온도를 22.5도로 해줘", (("set_thermostat", {"room": "침실", "temperature": 22.5}),)),
    Pair(
        "leave",
        "김지훈 사원 4월 7일부터 4월 9일까지 연차 신청해줘",
        (
            (
                "apply_leave",
                {
                    "employee_name": {"김지훈", "김지훈 사원"},
                    "start_date": "2025-04-07",
                    "end_date": "2025-04-09",
                    "leave_type": "annual",
                },
            ),
        ),
        today=TODAY,
    ),
    Pair(
        "leave", "How many vacation days does 이서연 have left?", (("get_leave_balance", {"employee_name": "이서연"}),)
    ),
    Pair(
        "travel",
        "서울에서 도쿄로 5월 2일에 가는 비즈니스석 항공편 두 명 찾아줘",
        (
            (
                "search_flights",
                {
                    "origin": "서울",
                    "destination": "도쿄",
                    "departure_date": "2025-05-02",
                    "passengers": 2,
                    "cabin_class": "business",
                },
            ),
        ),
        today=TODAY,
    ),
    Pair(
        "travel",
        "Book a hotel in Lisbon from 2025-06-01 to 2025-06-05 for 3 guests",
        (
            (
                "book_hotel",
                {"city": "Lisbon", "check_in": "2025-06-01", "check_out": "2025-06-05", "guests": 3},
            ),
        ),
    ),
    Pair("finance", "삼성전자 주가 알려줘", (("get_stock_price", {"symbol": "삼성전자"}),)),
    Pair(
        "finance",
        "100달러는 원화로 얼마야?",
        (("convert_currency", {"amount": 100, "from_currency": "USD", "to_currency": "KRW"}),),
    ),
    Pair(
        "trip",
        "What's the weather in Paris, and how much is 250 EUR in USD?",
        (
            ("get_current_weather", {"location": "Paris"}),
            ("convert_currency", {"amount": 250, "from_currency": "EUR", "to_currency": "USD"}),
        ),
    ),
    Pair(
        "finance",
        "把500美元换成人民币",
        (("convert_currency", {"amount": 500, "from_currency": "USD", "to_currency": "CNY"}),),
    ),
    # Held out.
    Pair(
        "clinic",
        "다음 주 화요일 오전 10시 반에 치과 예약해 줘. 환자 이름은 박민지야.",
        (
            (
                "book_appointment",
                {"department": "치과", "date": "2025-03-18", "time": "10:30", "patient_name": "박민지"},
            ),
        ),
        held_out=True,
        today=TODAY,
    ),
    Pair(
        "clinic",
        "My blood pressure today is 135 over 85, please record it",
        (("record_blood_pressure", {"systolic": 135, "diastolic": 85}),),
        held_out=True,
    ),
    Pair(
        "library",
        "Do you have 'The Left Hand of Darkness' by Ursula Le Guin?",
        (("find_book", {"title": "The Left Hand of Darkness", "author": "Ursula Le Guin"}),),
        held_out=True,
    ),
    Pair("library", "한강 작가의 책을 찾아줘", (("find_book", {"author": {"한강", "한강 작가"}}),), held_out=True),
    Pair(
        "library",
        "Renew the book with ISBN 978-0132350884, my card number is 40021",
        (("renew_loan", {"card_number": "40021", "isbn": "978-0132350884"}),),
        held_out=True,
    ),
    Pair(
        "school",
        "학번 20231의 수학 성적 좀 알려줘",
        (("get_student_grade", {"student_id": 20231, "subject": "math"}),),
        held_out=True,
    ),
    Pair(
        "school",
        "What grades does student 1187 have in science and history?",
        (
            ("get_student_grade", {"student_id": 1187, "subject": "science"}),
            ("get_student_grade", {"student_id": 1187, "subject": "history"}),
        ),
        held_out=True,
    ),
    Pair("music", "아이유 노래 틀어줘", (("playMusic", {"artist": "아이유"}),), held_out=True),
    Pair(
        "music",
        "Wake me up at 6:45 am on Monday and Thursday",
        (("setAlarm", {"time": "06:45", "days": ["mon", "thu"]}),),
        held_out=True,
    ),
    Pair(
        "restaurant",
        "Reserve a table for four at Osteria Francescana on May 20 at 7pm",
        (
            (
                "reserve_table",
                {
                    "restaurant": "Osteria Francescana",
                    "party_size": 4,
                    "date": {"May 20", "2025-05-20"},
                    "time": "19:00",
                },
            ),
        ),
        held_out=True,
        today=TODAY,
    ),
    Pair(
        "restaurant",
        "비빔밥 2인분이랑 김치찌개 1인분 주문해 줘",
        (("order_food", {"items": [{"name": "비빔밥", "quantity": 2}, {"name": "김치찌개", "quantity": 1}]}),),
        held_out=True,
    ),
    Pair(
        "parcels",
        "Where is my FedEx package 7712 9903 4451?",
        (("track_parcel", {"tracking_number": {"7712 9903 4451", "771299034451"}, "carrier": "FedEx"}),),
        held_out=True,
    ),
    Pair(
        "parcels",
        "독일로 3.2kg 소포를 특급으로 보내면 배송비가 얼마예요?",
        (("estimate_shipping_cost", {"weight_kg": 3.2, "country": "독일", "express": True}),),
        held_out=True,
    ),
    Pair(
        "mail",
        "kim@example.com으로 제목은 '회의 연기', 내용은 '내일 회의는 모레로 미룹니다'라고 메일 보내줘",
        (
            (
                "send_email",
                {"to": "kim@example.com", "subject": "회의 연기", "body": "내일 회의는 모레로 미룹니다"},
            ),
        ),
        held_out=True,
    ),
    Pair(
        "mail",
        "Show me the unread emails from Dr. Weber",
        (("search_inbox", {"sender": {"Dr. Weber", "Weber"}, "unread_only": True}),),
        held_out=True,
    ),
    Pair("chinese", "北京的空气质量怎么样？", (("query_air_quality", {"city": "北京"}),), held_out=True),
    Pair(
        "chinese",
        "帮我订一张4月3日从上海到杭州的二等座火车票",
        (
            (
                "book_train_ticket",
                {"from_station": "上海", "to_station": "杭州", "date": "2025-04-03", "seat": "二等座"},
            ),
        ),
        held_out=True,
        today=TODAY,
    ),
    Pair(
        "sums",
        "키 172cm에 몸무게 68kg인데 BMI가 얼마인가요?",
        (("calculate_bmi", {"height_cm": 172, "weight_kg": 68}),),
        held_out=True,
    ),
    Pair(
        "sums",
        "What would I pay each month on a loan of $300,000 at 4.5% over 30 years?",
        (("monthly_loan_payment", {"principal": 300000, "annual_rate": 4.5, "years": 30}),),
        held_out=True,
    ),
    Pair(
        "nations",
        "한국, 일본, 베트남의 인구를 각각 알려줘",
        (
            ("get_population", {"country": "한국"}),
            ("get_population", {"country": "일본"}),
            ("get_population", {"country": "베트남"}),
        ),
        held_out=True,
    ),
    Pair(
        "nations",
        "What was the population of Brazil in 2010?",
        (("get_population", {"country": {"Brazil", "브라질"}, "year": 2010}),),
        held_out=True,
    ),
    Pair(
        "support",
        "Please refund $49.90 for order ORD-5521",
        (("issue_refund", {"order_number": "ORD-5521", "amount": 49.9}),),
        held_out=True,
    ),
    Pair(
        "support",
        "긴급 티켓을 하나 열어줘. 로그인이 안 된다는 문제야.",
        (
            (
                "create_ticket",
                {"subject": {"로그인이 안 된다", "로그인이 안 된다는 문제", "로그인이 안 됨"}, "priority": "high"},
            ),
        ),
        held_out=True,
    ),
    Pair("todo", "라면 끓이게 3분 타이머 맞춰줘", (("set_timer", {"seconds": 180}),), held_out=True),
    Pair(
        "office",
        "런던 날씨 알려 주고, 내일 일정도 보여 줘",
        (("get_current_weather", {"location": "런던"}), ("list_events", {"date": "2025-03-13"})),
        held_out=True,
        today=TODAY,
    ),
    Pair(
        "trip",
        "How's the weather in Seoul and Tokyo, and what is Apple's stock price?",
        (
            ("get_current_weather", {"location": "Seoul"}),
            ("get_current_weather", {"location": "Tokyo"}),
            ("get_stock_price", {"symbol": {"Apple", "AAPL"}}),
        ),
        held_out=True,
    ),
)

# Written after the skill, in other domains and other words, and tried once before anything was mended for them.
FRESH: tuple[Pair, ...] = (
    Pair(
        "realestate",
        "마포구에서 월세 80만원 이하, 방 2개 이상인 아파트 찾아줘",
        (("listApartments", {"district": "마포구", "max_rent": 800000, "min_rooms": 2}),),
    ),
    Pair(
        "realestate",
        "Show apartments in Gangnam that allow pets, up to 1.5 million won",
        (("listApartments", {"district": "Gangnam", "max_rent": 1500000, "pets_allowed": True}),),
    ),
    Pair(
        "realestate",
        "L-208 매물 2025년 4월 2일 오후 5시에 보러 갈게요. 일정 잡아 주세요",
        (("scheduleViewing", {"listing_id": "L-208", "datetime": "2025-04-02T17:00:00"}),),
    ),
    Pair("dev", "Restart web-03 please", (("restart_server", {"server_name": "web-03"}),)),
    Pair(
        "dev",
        "db-1 서버의 에러 로그 50줄 보여줘",
        (("get_logs", {"server_name": "db-1", "lines": 50, "level": "error"}),),
    ),
    Pair(
        "dev",
        "Create a bug issue titled 'Login page crashes' and assign it to Priya",
        (("create_issue", {"title": "Login page crashes", "labels": ["bug"], "assignee": "Priya"}),),
    ),
    Pair(
        "fitness",
        "오늘 5km를 30분 동안 달렸어. 기록해 줘",
        (("log_workout", {"activity": "running", "duration": 30, "distance_km": 5}),),
    ),
    Pair("fitness", "I did yoga for an hour, log it", (("log_workout", {"activity": "yoga", "duration": 60}),)),
    Pair("fitness", "점심으로 먹은 김밥 450칼로리 기록해줘", (("log_meal", {"food": "김밥", "calories": 450}),)),
    Pair("fitness", "이번 주 운동 요약 보여줘", (("get_weekly_summary", {}),)),
    Pair("movie", "'기생충' 상영 시간 알려줘", (("find_showtimes", {"movie": "기생충"}),)),
    Pair(
        "movie",
        "Get me three tickets for Dune at 19:30",
        (("buy_tickets", {"movie": "Dune", "showtime": "19:30", "quantity": 3}),),
    ),
    Pair(
        "taxes",
        "연봉 5천만 원이고 부양가족 2명이면 소득세가 얼마야?",
        (("calculate_income_tax", {"annual_income": 50000000, "dependents": 2}),),
    ),
    Pair("taxes", "공급가액 120만원의 부가세 계산해줘", (("calculate_vat", {"amount": 1200000}),)),
    Pair(
        "translate",
        "'안녕하세요'를 영어로 번역해 줘",
        (("translate_text", {"text": "안녕하세요", "target_language": "en"}),),
    ),
    Pair(
        "translate",
        "Translate 'good night' into Korean",
        (("translate_text", {"text": "good night", "target_language": "ko"}),),
    ),
    Pair("translate", "What does 'serendipity' mean?", (("define_word", {"word": "serendipity"}),)),
    Pair(
        "transit",
        "강남역 정류장에 143번 버스 언제 와?",
        (("next_bus", {"bus_number": "143", "stop": {"강남역", "강남역 정류장"}}),),
    ),
    Pair(
        "transit",
        "서울역에서 경복궁까지 대중교통으로 가는 길 알려줘",
        (("get_route", {"start": "서울역", "end": "경복궁", "mode": "transit"}),),
    ),
    Pair(
        "inventory",
        "How many units of SKU AX-77 do we have in the Busan warehouse?",
        (("check_stock", {"sku": "AX-77", "warehouse": "Busan"}),),
    ),
    Pair(
        "inventory",
        "AX-77 재고 확인하고 BX-12는 200개 더 주문해줘",
        (("check_stock", {"sku": "AX-77"}), ("reorder", {"sku": "BX-12", "quantity": 200})),
    ),
    Pair("math", "12와 30을 더해줘", (("add", {"a": 12, "b": 30}),)),
    Pair("math", "Multiply 7 by 8", (("multiply", {"a": 7, "b": 8}),)),
    Pair("weather", "这个周末去大阪，大阪天气怎么样？", (("get_current_weather", {"location": "大阪"}),)),
    Pair("music", "내일 아침 7시에 깨워줘", (("setAlarm", {"time": "07:00"}),)),
)
