import { View } from '@tarojs/components'
import { judgeVote, type ResolutionKind, resolutionKinds, sayVote, type Voters } from '../../../../../core/life/records/votes'
import { Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Chips } from '../../../../components/Chips'
import { Field } from '../../../../components/Field'
import { Icon } from '../../../../components/Icon'
import type { Asked, Given } from '../../../../platform/call'
import { fields, list, oneOf, text } from '../../../../platform/shape'

/** A resolution as it is being typed. */
export interface Typed {
  text: string
  for: string
  against: string
  abstain: string
  kind: ResolutionKind
}
export const resolutionsShape = list(fields<Typed>({ text, for: text, against: text, abstain: text, kind: oneOf(resolutionKinds) }))

const none: Typed = { text: '', for: '', against: '', abstain: '', kind: 'general' }
const kinds = [
  { value: 'general', words: '一般事项' },
  { value: 'admission', words: '接收、转正' },
] as const
const MOST = 20

type Stored = NonNullable<NonNullable<Given<'activity.get'>['record']>['resolutions']>

export const typedOf = (stored: Stored): Typed[] =>
  stored.map(one => ({
    text: one.text,
    for: String(one.for),
    against: String(one.against),
    abstain: String(one.abstain),
    kind: one.kind ?? 'general',
  }))

const isCount = (typed: string): boolean => /^\d{0,4}$/.test(typed.trim())
const countsOf = (one: Typed) => ({ for: Number(one.for), against: Number(one.against), abstain: Number(one.abstain) })

/** What is wrong with one of them; undefined where all can be sent. */
export const faultIn = (typed: readonly Typed[]): string | undefined =>
  typed.some(one => one.text.trim() === '')
    ? '有一条决议还没有写内容'
    : typed.some(one => !isCount(one.for) || !isCount(one.against) || !isCount(one.abstain))
      ? '票数请填数字，例如 19'
      : undefined

export const sentResolutions = (typed: readonly Typed[]): NonNullable<Asked<'activity.record'>['resolutions']> =>
  typed.map(one => ({ text: one.text.trim(), ...countsOf(one), kind: one.kind }))

const counts = [
  ['for', '赞成'],
  ['against', '反对'],
  ['abstain', '弃权'],
] as const

interface OneProps {
  one: Typed
  at: number
  asked: Given<'life.voters'> | undefined
  onChange: (part: Partial<Typed>) => void
  onRemove: () => void
}

const Judged = ({ one, voters, who }: { one: Typed; voters: Voters; who: string }) => {
  const passed = judgeVote(countsOf(one), voters, one.kind) === 'passed'
  return (
    <View className="row">
      <Icon name={passed ? 'done' : 'alert'} tone={passed ? 'good' : 'warn'} />
      <View className={`grow small ${passed ? 'good' : 'warn'}`}>{sayVote(countsOf(one), voters, one.kind, who)}</View>
    </View>
  )
}

const One = ({ one, at, asked, onChange, onRemove }: OneProps) => (
  <Card title={`第 ${String(at + 1)} 条决议`}>
    <Field label={`第 ${String(at + 1)} 条决议的内容`} value={one.text} onChange={said => onChange({ text: said })} max={500} tall />
    <Chips label="表决什么" options={kinds} chosen={[one.kind]} onPress={kind => onChange({ kind })} />
    <View className="row top">
      {counts.map(([field, words]) => (
        <View key={field} className="grow">
          <Field label={words} value={one[field]} onChange={typed => onChange({ [field]: typed })} max={4} keyboard="number" />
        </View>
      ))}
    </View>
    {asked?.voters && one.for.trim() !== '' && isCount(one.for) && isCount(one.against) && isCount(one.abstain) && (
      <Judged one={one} voters={asked.voters} who={asked.of === 'committee' ? '委员' : '党员'} />
    )}
    <Button kind="quiet" icon="remove" about={`第 ${String(at + 1)} 条决议`} onPress={onRemove}>
      去掉这一条
    </Button>
  </Card>
)

interface Props {
  typed: readonly Typed[]
  /** Who has a vote there; not known while it is asked for. */
  asked: Given<'life.voters'> | undefined
  onChange: (next: Typed[]) => void
}

/** What the meeting decided, each judged by its votes while they are typed: half of those due or more there, over half of those due in favour. */
export const Resolutions = ({ typed, asked, onChange }: Props) => (
  <View className="stack">
    {typed.map((one, at) => (
      <One
        key={at}
        one={one}
        at={at}
        asked={asked}
        onChange={part => onChange(typed.map((other, index) => (index === at ? { ...other, ...part } : other)))}
        onRemove={() => onChange(typed.filter((_, index) => index !== at))}
      />
    ))}
    {typed.length > 0 && asked && !asked.voters && (
      <View className="soft small">
        {asked.of === 'committee' ? '还没有登记那时的支部班子，过没过要请您自己看。' : '这类会议不表决，过没过不作判断。'}
      </View>
    )}
    {typed.length < MOST && (
      <Button icon="add" onPress={() => onChange([...typed, none])}>
        {typed.length === 0 ? '加一条决议' : '再加一条决议'}
      </Button>
    )}
  </View>
)
