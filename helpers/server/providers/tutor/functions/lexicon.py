"""What may be asked for, and how Korean, English and Chinese name it, so that any question can find any schema.

One line a concept: its name, then its words; an indented line goes on with them. English words stand in their plain
form; `words` takes off endings.
"""

import re

# What a request does. The first group only reads; the others change something, and so must be asked for.
_READING = """
get: get, show, tell, check, look up, retrieve, fetch, view, display, see, 조회, 확인, 알려, 보여, 查询, 查看, 查,
  显示, 告诉
list: list, enumerate, all, 목록, 나열, 전체, 列出, 列表
find: find, do you have, is there, are there, search, look for, seek, lookup, discover, 찾, 검색, 搜索, 寻找, 找,
  有没有, 有什么, 有哪些, 있나요, 있습니까, 있어?, 있어요?
calculate: calculate, compute, calculator, evaluate, calculation, math, 계산, 算, 计算
compare: compare, comparison, versus, 비교, 比较, 对比
recommend: recommend, suggest, recommendation, suggestion, 추천, 권해, 推荐, 建议
estimate: estimate, predict, forecast, prediction, projection, 예측, 예상, 추정, 预测, 预计, 估算
analyze: analyze, analyse, analysis, 분석, 分析
"""
_CHANGING = """
create: create, make, open, generate, start, register, schedule, set up, arrange, plan, 만들, 생성, 잡아, 잡고,
  열어, 등록, 시작, 개설, 创建, 新建, 安排, 建立, 注册
add: add, append, insert, put, plus, 추가, 넣어, 담아, 더하, 더해, 添加, 加入
delete: delete, remove, erase, drop, clear, 삭제, 지워, 지우, 제거, 빼줘, 删除, 移除, 去掉
cancel: cancel, cancellation, call off, abort, 취소, 取消, 退订
update: update, change, modify, edit, adjust, rename, move, reschedule, postpone, 변경, 바꿔, 바꾸, 수정, 고쳐,
  옮겨, 미뤄, 更新, 修改, 更改, 改成
set: set, 맞춰, 맞추, 설정, 设置, 设定, 调到
send: send, deliver, forward, 보내, 전송, 발송, 부쳐, 发送, 发给, 发通知, 发消息, 发邮件, 发短信, 寄
reserve: reserve, book, booking, reservation, 예약, 예매, 预订, 预约, 订
order_act: order, purchase, buy, 주문해, 주문하, 시켜, 구매, 구입, 사줘, 下单, 购买, 买, 点餐
convert: convert, conversion, exchange, transform, change into, 변환, 환산, 환전, 바꾸면, 바꿔, 换算, 兑换, 转换,
  换成, 换
translate: translate, translation, 번역, 翻译
turn_on: turn on, switch on, enable, activate, power on, 켜, 켜줘, 켜고, 켜기, 打开, 开灯
turn_off: turn off, switch off, disable, deactivate, power off, shut off, 꺼, 꺼줘, 끄고, 끄기, 끄, 关闭, 关掉, 关灯
play: play, 틀어, 재생, 들려, 播放, 放一首
stop: stop, pause, halt, 멈춰, 정지, 중지, 停止, 暂停
complete: complete, finish, mark, done, close, resolve, 완료, 끝냈, 끝내, 마쳤, 처리, 完成, 结束
record: record, log, save, store, note, write down, 기록, 저장, 적어, 남겨, 记录, 保存, 记下
submit: submit, apply, application, request, file, 신청, 제출, 요청, 申请, 提交
renew: renew, extend, renewal, extension, 연장, 갱신, 续借, 续订, 延长
transfer: transfer, wire, remit, pay, send money, 송금, 이체, 转账, 汇款, 支付
assign: assign, allocate, 배정, 할당, 지정, 分配, 指派
approve: approve, accept, confirm, 승인, 수락, 확정, 批准, 确认
invite: invite, invitation, 초대, 邀请
subscribe: subscribe, subscription, sign up, enroll, join, 구독, 가입, 수강신청, 订阅, 报名
share: share, post, publish, upload, 공유, 게시, 올려, 分享, 发布, 上传
rate_act: rate, review, 평점, 평가, 후기, 리뷰, 评价, 评分
swap_act: swap, trade, 맞바꿔, 바꿔, 바꾸, 交换, 调换
rent_act: rent, hire, 대여, 빌려, 빌릴게, 렌트, 租
lock: lock, 잠가, 잠금, 잠그, 上锁, 锁
freeze: freeze, block, suspend, 동결, 차단, 冻结
restart: restart, reboot, 재시작, 재부팅, 重启
deploy: deploy, roll out, rollout, 배포, 部署, 上线
escalate: escalate, escalation, 에스컬레이션, 升级
merge: merge, 병합, 合并
print_act: print, 인쇄, 打印
archive: archive, 归档
skip: skip, rewind, fast forward, jump, 건너뛰, 되감, 뒤로 돌, 뒤로 감, 앞으로 돌, 앞으로 감, 빨리 감, 快进, 快退, 跳过
feed: feed, 먹이를 줘, 먹이 줘, 밥 줘, 喂
"""


def concepts(lines: str) -> dict[str, tuple[str, ...]]:
    """Each concept and its words, from lines as above."""
    found: dict[str, tuple[str, ...]] = {}
    for line in re.sub(r"\n +", " ", lines.strip()).splitlines():
        name, _, words = line.partition(":")
        found[name] = tuple(word.strip() for word in words.split(","))
    return found


READING = concepts(_READING)
CHANGING = concepts(_CHANGING)


def listed(words: str) -> tuple[str, ...]:
    """Words that are written in a row."""
    return tuple(words.split())
