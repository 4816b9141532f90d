import type { BoardTopic } from '../../../../core/figures/boards/contract'
import { sayTodo, whatToDo } from '../../../../core/figures/boards/todo'

type Counted = readonly [BoardTopic, number | 'counting' | 'none']
const figure = ([topic, worry]: Counted) =>
  typeof worry === 'number'
    ? { topic, now: {}, worry }
    : worry === 'none'
      ? { topic, now: null, worry: 0 }
      : { topic, now: {}, counting: true, worry: 7 }
const line = ([topic, name, worry]: readonly [BoardTopic, string, number]) => ({ topic, name, worry })

const sentences: readonly [string, readonly Counted[], readonly (readonly [BoardTopic, string, number])[], string][] = [
  [
    'nothing to do',
    [
      ['members', 87],
      ['visits', 0],
      ['requests', 0],
    ],
    [],
    '这个月没有要管的事，都跟上了。',
  ],
  [
    'what was said to an elder comes before what is many',
    [
      ['pairings', 998],
      ['requests', 1],
    ],
    [
      ['pairings', '第一支部', 40],
      ['pairings', '第二支部', 40],
      ['pairings', '第三支部', 39],
      ['requests', '花园离退休干部党支部', 1],
    ],
    '这个月两件事要管：1 件求助没按说好的时间办（花园支部）；998 位老同志没有结对（第一支部等）。',
  ],
  [
    'the one that has most is named alone',
    [['special-care', 9]],
    [
      ['special-care', '第一支部', 6],
      ['special-care', '第二支部', 2],
      ['special-care', '第三支部', 1],
    ],
    '这个月一件事要管：9 位老同志超期没人联系（第一支部最多）。',
  ],
  [
    'three at most',
    [
      ['benefits', 2],
      ['pairings', 2],
      ['visits', 2],
      ['special-care', 2],
    ],
    [],
    '这个月先管三件事：2 位老同志超期没人联系；2 户走访超期，或者还没有人去；2 位老同志没有结对。',
  ],
  [
    'what is being counted is not said to be well',
    [
      ['visits', 'counting'],
      ['pairings', 'none'],
      ['requests', 0],
    ],
    [],
    '走访、结对正在统计，过几分钟再看。',
  ],
  [
    'nor left out',
    [
      ['pairings', 3],
      ['visits', 'none'],
    ],
    [['pairings', '花园支部', 3]],
    '这个月一件事要管：3 位老同志没有结对（花园支部）。走访正在统计，过几分钟再看。',
  ],
]

test.each(sentences)('a board’s sentence: %s', (_, counted, lines, sentence) => {
  expect(sayTodo(whatToDo(counted.map(figure), lines.map(line)), '这个月', true)).toBe(sentence)
})

test('a month that was never counted says so', () => {
  expect(sayTodo(whatToDo([figure(['visits', 'none'])], []), '2026年6月', false)).toBe('走访那时没有统计。')
})
