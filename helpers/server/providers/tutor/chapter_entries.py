"""The matters of the chapter: how each is named, where it is taught, and a short answer in three languages.

The order counts: what is more special stands before what is more general.
"""

from dataclasses import dataclass

from .skill import Language


@dataclass(frozen=True)
class Entry:
    """`words` is a pattern that names the matter; `strong` where it can hardly mean anything else.

    `spoken` where these words answer better than the notebooks, which have the matter in a table.
    """

    words: str
    notebook: str
    ko: str
    en: str
    zh: str
    strong: bool = False
    spoken: bool = False

    def answer(self, language: Language) -> str:
        """The answer, without a pointer to the notebook."""
        return {"ko": self.ko, "en": self.en, "zh": self.zh}[language]


ENTRIES: tuple[Entry, ...] = (
    Entry(
        r"assistants? api.{0,30}(?:종료|중단|사라|없어|언제까지|폐기|shut|sunset|deprecat|retire|end|gone|"
        r"关闭|停止|下线)|"
        r"(?:종료|중단|shut ?down|sunset|deprecat|retire|discontinu|关闭|下线).{0,30}(?:assistants?|api)|"
        r"어시스턴트(?: ?api)?.{0,14}(?:종료|중단|사라)",
        "00_start_here",
        "Assistants API의 실제 서비스는 2026년 8월 26일에 종료되었고, 이 자료에서는 같은 모양으로 답하는 "
        "내장 서버가 대신합니다. 이어지는 API는 Responses API와 Conversations입니다.",
        "The real Assistants API was shut down on August 26, 2026; here an embedded server answers in "
        "the same shapes. Its successors are the Responses API and Conversations.",
        "Assistants API 的真实服务已于 2026 年 8 月 26 日关闭，本教程由内置服务器以相同的格式应答。"
        "后继者是 Responses API 和 Conversations。",
        strong=True,
        spoken=True,
    ),
    Entry(
        r"(?:dall[ -·]?e|달리).{0,30}(?:종료|중단|사라|언제까지|shut|sunset|deprecat|retire|replac|대신|"
        r"대체|후속|关闭|下线|代替|取代)|"
        r"(?:종료|중단|shut ?down|sunset|deprecat|retire|replac|instead of|successor|关闭|下线|代替|取代).{0,30}dall",
        "12_dalle3",
        "DALL·E 3은 2026년 5월 12일에 종료되었고, 실제 서비스에서는 GPT 이미지 모델이 그 자리를 "
        "이어받았습니다. 오프라인에서는 프롬프트의 낱말로 그림을 그려 돌려줍니다.",
        "DALL·E 3 was shut down on May 12, 2026; the GPT image models took its place. Offline, a picture "
        "is drawn from the words of the prompt.",
        "DALL·E 3 已于 2026 年 5 月 12 日关闭，由 GPT 图像模型接替。离线时会根据提示词绘制图片。",
        strong=True,
        spoken=True,
    ),
    Entry(
        r"(?:assistants?|어시스턴트).{0,30}(?:대신|대체|후속|이전|옮기|replac|instead|successor|migrat|"
        r"move|代替|取代|迁移)|(?:replac|instead of|successor|migrat\w+ from).{0,30}assistant|"
        r"responses? ?api|리스폰스|conversations? api|previous_response_id",
        "15_responses_api",
        "Assistants API의 뒤를 잇는 것은 Responses API이고, 대화를 보관하는 스레드의 자리는 "
        "Conversations가 맡습니다. 응답 하나를 만드는 호출에 모델과 지침, 도구를 함께 건넵니다.",
        "The Responses API succeeds the Assistants API, and Conversations take the place of threads. One "
        "call that creates a response carries the model, the instructions and the tools.",
        "接替 Assistants API 的是 Responses API，线程由 Conversations 取代。"
        "创建响应的一次调用同时携带模型、指令和工具。",
        strong=True,
        spoken=True,
    ),
    Entry(
        r"(?:스레드|thread).{0,20}(?:매번|다시|또|every time|each time|again).{0,20}(?:만들|생성|creat|new)|"
        r"(?:creat|new).{0,20}threads?.{0,20}(?:every time|each time|again)",
        "04_create_thread",
        "스레드를 매번 새로 만들면 ID가 다른 빈 스레드가 쌓이고, 앞의 대화는 이어지지 않습니다. 스레드는 목록을 볼 수 "
        "없으므로 적어 두지 않은 ID는 다시 찾을 수 없습니다. 처음 받은 ID를 적어 두고 다시 쓰세요.",
        "A new thread each time is an empty one with another ID: the conversation before is not continued. Threads "
        "cannot be listed, so an ID that was not kept is lost. Keep the first ID and use it again.",
        "每次都新建线程，得到的是 ID 不同的空线程，之前的对话不会延续。线程无法列出，没有记下的 ID 就找不回来。"
        "请记下最初的 ID 并重复使用。",
        strong=True,
    ),
    Entry(
        r"requires[_ ]action|submit_tool_outputs|도구 출력",
        "10_function_calling",
        "`requires_action`은 모델이 여러분의 함수를 호출해 달라고 요청하고 기다리는 상태입니다. 모든 "
        "호출의 결과를 `submit_tool_outputs` 한 번으로 보내면 실행은 다시 `queued`가 됩니다.",
        "`requires_action` means that the run waits for your program to call a function. Send the "
        "outputs of all calls with one `submit_tool_outputs`; the run is then `queued` again.",
        "`requires_action` 表示运行正在等待您的程序调用函数。用一次 `submit_tool_outputs` "
        "提交所有结果后，运行回到 `queued`。",
        strong=True,
    ),
    Entry(
        r"\bqueued\b|대기 ?중.{0,8}(?:상태|실행)|(?:상태|실행).{0,8}대기 ?중",
        "06_run_and_poll",
        "`queued`는 실행이 만들어져 차례를 기다리는 상태이며, 시작되면 `in_progress`로 바뀝니다.",
        "`queued` means that the run was created and waits its turn; once it starts it becomes `in_progress`.",
        "`queued` 表示运行已创建、正在排队，开始后变为 `in_progress`。",
    ),
    Entry(
        r"\bin_progress\b|진행 ?중.{0,8}(?:상태|실행)|(?:상태|실행).{0,8}진행 ?중",
        "06_run_and_poll",
        "`in_progress`는 모델이 생각하거나 도구를 쓰고 있는 상태입니다. 이때는 같은 스레드에 메시지나 "
        "다른 실행을 더할 수 없습니다.",
        "`in_progress` means that the model thinks or uses a tool. Until it ends, no message and no "
        "other run can be added to the thread.",
        "`in_progress` 表示模型正在思考或使用工具，此时不能向同一线程添加消息或运行。",
    ),
    Entry(
        r"\bexpired\b|실행.{0,8}만료|만료.{0,8}(?:상태|실행)|expires_at|\bexpires?\b|过期",
        "06_run_and_poll",
        "`expired`는 실행이 제한 시간(만들어진 뒤 10분) 안에 끝나지 못했다는 뜻입니다. 함수 결과를 제때 "
        "보내지 않을 때 흔히 일어납니다.",
        "`expired` means that the run did not end in time, ten minutes after it was created. A function "
        "output that never came is the usual cause.",
        "`expired` 表示运行未能在创建后的十分钟内结束，常见原因是没有及时提交函数结果。",
    ),
    Entry(
        r"\bincomplete\b|max_(?:prompt|completion)_tokens",
        "06_run_and_poll",
        "`incomplete`는 토큰 한도(`max_prompt_tokens`나 `max_completion_tokens`)에 걸려 답이 도중에 멈춘 "
        "상태이며, 이유는 `incomplete_details`에 적힙니다.",
        "`incomplete` means that a token limit (`max_prompt_tokens` or `max_completion_tokens`) cut the "
        "answer off; `incomplete_details` gives the reason.",
        "`incomplete` 表示因令牌上限（`max_prompt_tokens` 或 `max_completion_tokens`）而中断，原因见 "
        "`incomplete_details`。",
        strong=True,
    ),
    Entry(
        r"\bcancell(?:ed|ing)\b|실행.{0,8}취소|cancel (?:a |the )?run",
        "06_run_and_poll",
        "`runs.cancel`을 부르면 실행은 `cancelling`을 거쳐 `cancelled`가 됩니다. 이미 끝난 실행은 취소할 수 없습니다.",
        "`runs.cancel` takes a run through `cancelling` to `cancelled`. A run that has ended cannot be cancelled.",
        "`runs.cancel` 使运行经过 `cancelling` 变为 `cancelled`。已结束的运行不能取消。",
    ),
    Entry(
        r"last_error|\bfailed\b|실행.{0,8}실패|실패.{0,8}(?:상태|실행)",
        "06_run_and_poll",
        "`failed`는 오류로 끝난 상태이고, 까닭은 `last_error`의 `code`와 `message`에 있습니다.",
        "`failed` means that the run ended in an error; `last_error` holds its `code` and `message`.",
        "`failed` 表示运行因错误结束，原因见 `last_error` 的 `code` 和 `message`。",
    ),
    Entry(
        r"\bcompleted\b|(?:run|실행|런|运行).{0,12}(?:상태|status|states?\b|状态)|상태.{0,10}(?:종류|어떤|"
        r"무엇|몇)|\bstatus(?:es)?\b|运行状态",
        "06_run_and_poll",
        "실행의 상태는 보통 `queued` → `in_progress` → `completed`로 바뀝니다. 그 밖에 "
        "`requires_action`, `cancelling`, `cancelled`, `failed`, `incomplete`, `expired`가 있고, 끝나는 "
        "상태는 `completed`, `failed`, `cancelled`, `incomplete`, `expired`의 다섯 가지입니다.",
        "A run usually goes `queued` → `in_progress` → `completed`. The others are `requires_action`, "
        "`cancelling`, `cancelled`, `failed`, `incomplete` and `expired`; five of all these are final: "
        "`completed`, `failed`, `cancelled`, `incomplete`, `expired`.",
        "运行通常经历 `queued` → `in_progress` → `completed`；此外还有 `requires_action`、`cancelling`、"
        "`cancelled`、`failed`、`incomplete`、`expired`。其中五个是终态：`completed`、`failed`、"
        "`cancelled`、`incomplete`、`expired`。",
    ),
    Entry(
        r"\bpoll(?:ing)?\b|폴링|runs\.retrieve|create_and_poll|轮询",
        "06_run_and_poll",
        "폴링은 `runs.retrieve`로 상태를 되풀이해 묻는 일입니다. 아직 움직이는 상태(`queued`, "
        "`in_progress`)인 동안에만 반복해야 실패한 실행에서도 멈춥니다.",
        "Polling is asking for the run's status again and again with `runs.retrieve`. Loop only while it "
        "still moves (`queued`, `in_progress`), so that a failed run ends the loop too.",
        "轮询就是反复用 `runs.retrieve` 查询状态。只在仍在进行（`queued`、`in_progress`）时循环，"
        "这样失败的运行也会结束循环。",
        strong=True,
    ),
    Entry(
        r"run[ _]?steps?|실행 단계|런 스텝|运行步骤",
        "07_list_messages",
        "실행 단계(run step)는 실행 안에서 일어난 일의 기록입니다. 메시지를 쓴 `message_creation`과 "
        "도구를 부른 `tool_calls`의 두 종류가 있습니다.",
        "A run step records what happened inside a run: `message_creation` where a message was written, "
        "`tool_calls` where tools were used.",
        "运行步骤记录运行内部发生的事：写消息的 `message_creation` 和调用工具的 `tool_calls`。",
        strong=True,
    ),
    Entry(
        r"(?:duplicat|중복|여러 ?개|재사용|다시 (?:쓰|사용|만들|생성)|또 만들|create\w* .{0,24}\bagain|"
        r"\btwice\b|reus|重复|复用).{0,40}|\bid\b.{0,20}(?:왜|필요|reuse|why)",
        "03_create_assistant",
        "`create`를 부를 때마다 새 ID를 가진 객체가 생깁니다. 같은 어시스턴트나 스레드를 계속 쓰려면 "
        "처음 받은 ID를 보관했다가 다시 쓰면 됩니다.",
        "Each `create` makes a new object with a new ID. To go on with the same assistant or thread, "
        "keep the first ID and use it again.",
        "每次 `create` 都会产生带新 ID 的对象。要继续使用同一助手或线程，请保存并复用最初的 ID。",
    ),
    Entry(
        r"(?:thread|스레드|线程).{0,20}(?:assistant|어시스턴트|도우미|助手)|(?:assistant|어시스턴트|"
        r"도우미|助手).{0,20}(?:thread|스레드|线程)",
        "04_create_thread",
        "어시스턴트는 누가 어떻게 답하는지(지침, 모델, 도구)를, 스레드는 무엇이 오갔는지(메시지)를 "
        "담습니다. 둘은 서로 독립적이며 실행(run)이 둘을 잇습니다.",
        "The assistant holds who answers and how (instructions, model, tools); the thread holds what was "
        "said (messages). They are independent; a run brings them together.",
        "助手保存由谁、如何回答（指令、模型、工具），线程保存说过的话（消息）。两者相互独立，由运行（run）连接。",
    ),
    Entry(
        r"\bthreads?\b|스레드|쓰레드|대화 흐름|线程",
        "04_create_thread",
        "스레드는 대화 하나를 담는 객체로, 메시지를 순서대로 보관합니다. ID로 다시 찾으면 문맥이 이어집니다.",
        "A thread holds one conversation: its messages, in order. Come back to it by its ID and the "
        "context is still there.",
        "线程保存一段对话，按顺序存放消息。通过 ID 再次使用时，上下文得以延续。",
    ),
    Entry(
        r"\binstructions?\b(?! (?:do you|are you))|지시문|지침|指令",
        "03_create_assistant",
        "`instructions`는 어시스턴트가 어떤 역할로 어떻게 답할지 정하는 지침입니다. 실행할 때 그 "
        "실행에만 쓸 지침으로 바꿀 수도 있습니다.",
        "`instructions` tell the assistant which role it has and how to answer. A run may override them "
        "for itself alone.",
        "`instructions` 规定助手的角色和回答方式。也可以在某次运行中单独覆盖。",
    ),
    Entry(
        r"function[ _]?call\w*|함수 ?호출|函数调用|\bfunctions?\b(?: tool)?|사용자 정의 함수",
        "10_function_calling",
        "함수 호출은 모델이 여러분이 설명해 둔 함수와 인수를 골라 JSON으로 알려 주는 기능입니다. 함수를 "
        "실제로 실행하는 것은 여러분의 프로그램입니다.",
        "With function calling the model chooses one of the functions that you described and fills in "
        "the arguments as JSON; your own program carries it out.",
        "函数调用让模型从您描述的函数中选择并以 JSON 给出参数，真正执行的是您的程序。",
    ),
    Entry(
        r"code[ _]?interpreter|코드 ?(?:해석기|인터프리터)|代码解释器",
        "08_code_interpreter",
        "코드 인터프리터는 어시스턴트가 쓴 Python을 따로 갇힌 곳에서 실제로 실행하는 도구입니다. 파일은 "
        "`/mnt/data`에 놓이고, 그린 그림과 만든 파일은 메시지에 붙습니다.",
        "The code interpreter really runs, in a closed place, the Python that the assistant writes. "
        "Files lie in `/mnt/data`; pictures and files that it makes come back with the message.",
        "代码解释器在隔离环境中真正运行助手编写的 Python。文件位于 `/mnt/data`，生成的图片和文件会附在消息中。",
        strong=True,
    ),
    Entry(
        r"file[ _]?search|파일 ?검색|文件搜索|vector[ _]?stores?|벡터 ?(?:저장소|스토어)|向量存储|chunk|청크",
        "09_file_search",
        "파일 검색은 문서를 조각(기본 800토큰, 400토큰씩 겹침)으로 나누어 벡터 저장소에 넣고, 질문에 "
        "맞는 조각을 찾아 출처와 함께 답하게 하는 도구입니다.",
        "File search cuts documents into chunks (800 tokens, 400 overlapping, by default), keeps them in "
        "a vector store, and answers from those that fit, with citations.",
        "文件搜索把文档切成片段（默认 800 个令牌、重叠 400），存入向量存储，找到相关片段并注明出处。",
        strong=True,
    ),
    Entry(
        r"dall[ -·]?e|달리 ?3|images\.generate|revised_prompt|이미지 생성",
        "12_dalle3",
        "DALL·E 3의 매개변수는 `prompt`(4,000자까지), `size`(1024x1024, 1792x1024, 1024x1792), "
        "`quality`(standard, hd), `style`(vivid, natural), `response_format`(url, b64_json)이고 `n`은 "
        "1만 됩니다. 다듬어진 프롬프트는 `revised_prompt`로 돌아옵니다.",
        "DALL·E 3 takes `prompt` (up to 4,000 characters), `size` (1024x1024, 1792x1024, 1024x1792), "
        "`quality` (standard, hd), `style` (vivid, natural) and `response_format` (url, b64_json); `n` "
        "can only be 1. The polished prompt comes back as `revised_prompt`.",
        "DALL·E 3 的参数有 `prompt`（至多 4000 字符）、`size`（1024x1024、1792x1024、1024x1792）、"
        "`quality`（standard、hd）、`style`（vivid、natural）、`response_format`（url、b64_json），`n` "
        "只能为 1。改写后的提示词在 `revised_prompt` 中返回。",
        strong=True,
    ),
    Entry(
        r"\bstream(?:ing)?\b|스트리밍|流式",
        "11_streaming",
        "스트리밍은 답을 다 기다리지 않고 사건(event)이 생길 때마다 받는 방식입니다. "
        "`thread.message.delta`가 글의 조각을 실어 옵니다.",
        "Streaming sends events as they happen instead of one answer at the end; `thread.message.delta` "
        "carries the pieces of text.",
        "流式传输在事件发生时即时发送，`thread.message.delta` 携带文本片段。",
    ),
    Entry(
        r"annotations?|주석|인용 표시|注释",
        "07_list_messages",
        "주석(annotation)은 글의 한 부분을 파일과 잇습니다. `file_path`는 코드가 만든 파일, "
        "`file_citation`은 검색된 문서를 가리킵니다.",
        "An annotation ties a piece of the text to a file: `file_path` to one that code has made, "
        "`file_citation` to a document that was found.",
        "注释把文本的一段与文件相连：`file_path` 指代码生成的文件，`file_citation` 指检索到的文档。",
    ),
    Entry(
        r"response[_ ]format|json_schema|json_object|구조화된 출력",
        "03_create_assistant",
        "`response_format`은 답의 형식을 정합니다. `text`가 보통이고, `json_object`는 JSON으로, "
        "`json_schema`는 정해 준 스키마대로 답하게 합니다.",
        "`response_format` sets the form of the answer: `text`, or JSON with `json_object`, or JSON by "
        "your own schema with `json_schema`.",
        "`response_format` 规定回答格式：`text`、`json_object`（JSON）或 `json_schema`（按给定模式）。",
        strong=True,
    ),
    Entry(
        r"\btemperature\b|\btop_p\b|온도 매개변수",
        "03_create_assistant",
        "`temperature`(0~2, 기본 1)와 `top_p`(0~1, 기본 1)는 답이 얼마나 다양하게 나올지 조절합니다. "
        "오프라인 튜터는 규칙으로 답하므로 늘 같은 답을 냅니다.",
        "`temperature` (0 to 2, default 1) and `top_p` (0 to 1, default 1) set how varied the answers "
        "are. The offline tutor is made of rules and always answers the same.",
        "`temperature`（0 到 2，默认 1）和 `top_p`（0 到 1，默认 1）调节回答的多样性。"
        "离线导师按规则回答，结果始终相同。",
    ),
    Entry(
        r"\bmetadata\b|메타데이터|元数据",
        "03_create_assistant",
        "`metadata`에는 열여섯 쌍까지 메모를 붙일 수 있습니다. 키는 64자, 값은 512자까지입니다.",
        "`metadata` holds up to sixteen notes of your own; a key has at most 64 characters, a value 512.",
        "`metadata` 至多可附 16 对备注，键至多 64 字符，值至多 512 字符。",
    ),
    Entry(
        r"\btools?\b|도구|工具",
        "03_create_assistant",
        "어시스턴트가 쓸 수 있는 도구는 코드 인터프리터(`code_interpreter`), 파일 검색(`file_search`), "
        "함수 호출(`function`)의 세 가지입니다.",
        "An assistant can use three tools: the code interpreter (`code_interpreter`), file search "
        "(`file_search`) and functions (`function`).",
        "助手可用三种工具：代码解释器（`code_interpreter`）、文件搜索（`file_search`）和函数（`function`）。",
    ),
    Entry(
        r"\bruns?\b|실행(?:이란|이 뭐|이 무엇|은 무엇|은 뭐|\(run\))|런(?:이|이란|은)\b|运行",
        "06_run_and_poll",
        "실행(run)은 어시스턴트에게 스레드를 읽고 답하게 하는 일 하나입니다. `runs.create`는 기다리지 "
        "않고 `queued` 상태로 바로 돌아옵니다.",
        "A run makes an assistant read a thread and answer it. `runs.create` does not wait: it returns "
        "at once with the status `queued`.",
        "运行（run）让助手读取线程并作答。`runs.create` 不会等待，立即返回 `queued` 状态。",
    ),
    Entry(
        r"\bmessages?\b|메시지|메세지|消息",
        "05_add_message",
        "메시지는 스레드에 적힌 말 하나로, 역할(`user`나 `assistant`)과 글, 그림, 첨부 파일을 가집니다. "
        "적는 것만으로는 답이 오지 않고 실행이 있어야 합니다.",
        "A message is one utterance in a thread, with a role (`user` or `assistant`), text, pictures and "
        "attachments. Writing one brings no answer yet; a run does.",
        "消息是线程中的一条发言，包含角色（`user` 或 `assistant`）、文字、图片和附件。"
        "仅写消息不会得到回答，还需要运行。",
    ),
    Entry(
        r"assistants? api\b|어시스턴트 api|助手 ?api",
        "01_what_is_an_assistant",
        "Assistants API는 지침과 모델, 도구를 가진 어시스턴트를 내 프로그램 안에 두고 스레드로 "
        "대화하게 하는 API입니다. 어시스턴트 생성, 스레드 생성, 메시지 추가, 실행의 순서로 씁니다.",
        "The Assistants API puts an assistant with instructions, a model and tools into your own program "
        "and talks to it in threads. You create an assistant, create a thread, add a message, and run.",
        "Assistants API 让您在程序中拥有带指令、模型和工具的助手，并通过线程对话。顺序是：创建助手、"
        "创建线程、添加消息、运行。",
    ),
    Entry(
        r"\bassistants?\b|어시스턴트|도우미|助手",
        "01_what_is_an_assistant",
        "어시스턴트는 지침(`instructions`), 모델(`model`), 도구(`tools`)를 한데 묶어 이름과 ID를 붙인 "
        "것입니다. 한 번 만들면 ID로 계속 다시 쓸 수 있습니다.",
        "An assistant bundles instructions, a model and tools under a name and an ID. Once made, it is "
        "used again by that ID.",
        "助手把指令、模型和工具组合在一起，并有名称和 ID。创建一次后即可通过 ID 反复使用。",
    ),
)
