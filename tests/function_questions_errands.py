"""Conversations about functions of yet other domains, tried once when all was mended for `function_questions_daily`."""

from typing import Any

from tests.function_questions import flag, function, many, number, text, whole
from tests.function_questions_more import Talk, Turn, between, maybe, one, strict, thing

DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time"}

ERRANDS_TOOLS: dict[str, tuple[dict[str, Any], ...]] = {
    "parking": (
        function(
            "start_parking",
            "Start a parking session",
            "plate zone minutes",
            plate="Number plate of the car",
            zone="Parking zone such as B4",
            minutes=between(15, 720, description="How long, in minutes"),
        ),
        function("stop_parking", "End the running parking session of a car", "plate", plate="Number plate of the car"),
        function("zone_price", "Price per hour in a parking zone", "zone", zone="Parking zone such as B4"),
    ),
    "aquarium": (
        function(
            "set_tank_light",
            "어항 조명을 조절합니다",
            "tank level",
            tank=text("어항", "fresh", "salt"),
            level=between(0, 100, description="밝기 퍼센트"),
        ),
        function(
            "feed_fish",
            "물고기에게 먹이를 줍니다",
            "tank grams",
            tank=text("어항: fresh=민물, salt=바닷물", "fresh", "salt"),
            grams=number("먹이 양(그램)"),
        ),
        function(
            "water_values",
            "어항의 물 상태를 조회합니다",
            "tank",
            tank=text("어항: fresh=민물, salt=바닷물", "fresh", "salt"),
        ),
    ),
    "newsletter": (
        function(
            "send_campaign",
            "Send a newsletter to a group of readers",
            "subject audience send_at",
            subject="Subject line",
            audience=text(
                "customers (people who bought), leads (people who only signed up), staff", "customers", "leads", "staff"
            ),
            send_at={**MOMENT, "description": "When it goes out"},
            test_mode={**flag("Only a test"), "default": False},
        ),
        function(
            "open_rate",
            "Share of readers who opened newsletters in a period",
            "from_date to_date",
            from_date={**DAY, "description": "First day"},
            to_date={**DAY, "description": "Last day"},
        ),
    ),
    "payroll": (
        strict(
            "log_overtime",
            "Record overtime of an employee",
            employee=text("Name of the employee"),
            date={**DAY, "description": "Day"},
            hours=number("Hours of overtime"),
            reason=maybe(text("Reason")),
        ),
        function(
            "payslip",
            "Show the payslip of an employee for a month",
            "employee month",
            employee="Name",
            month="Month as YYYY-MM",
        ),
    ),
    "laundry": (
        function(
            "order_pickup",
            "예약한 시각에 세탁물을 수거합니다",
            "address pickup_time items",
            address="수거할 주소",
            pickup_time={**MOMENT, "description": "수거 시각"},
            items=many(
                thing("kind count", "", kind=text("종류", "shirt", "coat", "blanket"), count=whole("개수")), "세탁물"
            ),
        ),
        function("laundry_status", "세탁 진행 상황을 알려 줍니다", "order_id", order_id="주문 번호"),
    ),
    "lessons": (
        function(
            "book_lesson",
            "预约一节语言课",
            "language date time",
            language=text("语言代码", "en", "ko", "ja", "fr"),
            date={**DAY, "description": "上课日期"},
            time="上课时间 HH:MM",
            level=text("beginner=初级, intermediate=中级, advanced=高级", "beginner", "intermediate", "advanced"),
        ),
        function("cancel_lesson", "取消已预约的课", "lesson_id", lesson_id="课程编号"),
    ),
    "bikes": (
        function(
            "book_repair",
            "Book a bicycle repair",
            "problem drop_off",
            problem=text("Kind of problem", "flat_tyre", "brakes", "gears", "lights"),
            drop_off={**DAY, "description": "Day on which the bicycle is brought"},
            e_bike=flag("Whether it has a motor"),
        ),
        function(
            "repair_cost",
            "Usual cost of a repair",
            "problem",
            problem=text("Kind of problem", "flat_tyre", "brakes", "gears", "lights"),
        ),
    ),
}

ERRANDS_TALKS: tuple[Talk, ...] = (
    one(
        "parking",
        "Park my car KL-M 4821 in zone C12 for an hour and a half",
        ("start_parking", {"plate": {"KL-M 4821", "KL-M4821"}, "zone": "C12", "minutes": 90}),
    ),
    one(
        "parking",
        "B4랑 C12 구역은 시간당 얼마야?",
        ("zone_price", {"zone": "B4"}),
        ("zone_price", {"zone": "C12"}),
        says=("2.4",),
        outputs={"zone_price": {"eur_per_hour": 2.4}},
    ),
    one("parking", "Where can I charge my phone?"),
    one("aquarium", "민물 어항에 먹이 3그램 줘", ("feed_fish", {"tank": "fresh", "grams": 3})),
    one(
        "aquarium", "Dim the light of the salt tank to a third", ("set_tank_light", {"tank": "salt", "level": {33, 34}})
    ),
    one(
        "aquarium",
        "두 어항의 물 상태를 모두 알려 줘",
        ("water_values", {"tank": "fresh"}),
        ("water_values", {"tank": "salt"}),
        says=("7.2",),
        outputs={"water_values": {"ph": 7.2, "temperature": 24}},
    ),
    one(
        "newsletter",
        "Send the newsletter 'Autumn sale' to people who only signed up, next Friday at 8 in the morning",
        (
            "send_campaign",
            {"subject": "Autumn sale", "audience": "leads", "send_at": {"2026-05-22T08:00:00", "2026-05-22T08:00"}},
        ),
    ),
    one(
        "newsletter",
        "지난달에 뉴스레터를 연 비율이 얼마나 돼?",
        ("open_rate", {"from_date": "2026-04-01", "to_date": "2026-04-30"}),
        says=("41",),
        outputs={"open_rate": {"percent": 41}},
    ),
    one(
        "payroll",
        "Record two and a half hours of overtime for Nina Weber yesterday",
        ("log_overtime", {"employee": "Nina Weber", "date": "2026-05-12", "hours": 2.5, "reason": None}),
    ),
    one(
        "payroll",
        "이수진 씨 4월 급여 명세서 보여 줘",
        ("payslip", {"employee": "이수진", "month": "2026-04"}),
        says=("not found",),
        outputs={"payslip": "Error 404: not found"},
    ),
    Talk(
        "laundry",
        (
            Turn("셔츠 다섯 벌이랑 이불 하나 수거해 주세요", (), ("?",)),
            Turn(
                "한강로 12, 내일 오전 9시요",
                (
                    (
                        "order_pickup",
                        {
                            "address": "한강로 12",
                            "pickup_time": {"2026-05-14T09:00:00", "2026-05-14T09:00"},
                            "items": [{"kind": "shirt", "count": 5}, {"kind": "blanket", "count": 1}],
                        },
                    ),
                ),
            ),
        ),
    ),
    one(
        "lessons",
        "帮我预约后天晚上七点半的中级日语课",
        ("book_lesson", {"language": "ja", "date": "2026-05-15", "time": "19:30", "level": "intermediate"}),
    ),
    Talk("lessons", (Turn("我想取消一节课", (), ("？",)), Turn("L-208", (("cancel_lesson", {"lesson_id": "L-208"}),)))),
    Talk(
        "bikes",
        (
            Turn("My e-bike has a puncture, can I bring it in on Monday?", (), ("Shall I call `book_repair`",)),
            Turn("Yes please", (("book_repair", {"problem": "flat_tyre", "drop_off": "2026-05-18", "e_bike": True}),)),
        ),
    ),
    Talk(
        "bikes",
        (
            Turn("What does fixing the brakes usually cost?", (("repair_cost", {"problem": "brakes"}),), ("45",)),
            Turn("And the gears?", (("repair_cost", {"problem": "gears"}),)),
            Turn("No, don't book anything", ()),
        ),
        {"repair_cost": {"eur": 45}},
    ),
)
