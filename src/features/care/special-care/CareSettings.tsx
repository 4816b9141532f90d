import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { FaultLine } from '../../../components/FaultLine'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { specialKinds, specialWords } from '../../../../core/care/special-care/kinds'

type Settings = Given<'care.settings'>
type Texts = Record<string, string>

const clockRungs = ['liaison', 'leader', 'secretary'] as const
const clockWords = { liaison: '联络员', leader: '党小组长', secretary: '支部书记' } as const
const aboveWords = { liaison: '党小组长', leader: '支部书记', secretary: '街道' } as const

const textsOf = ({ elderlyAge, rhythms, clocks, quietDays }: Settings): Texts => ({
  elderlyAge: String(elderlyAge),
  quietDays: String(quietDays),
  ...Object.fromEntries(clockRungs.map(rung => [rung, String(clocks[rung])])),
  ...Object.fromEntries(
    specialKinds.flatMap(kind => [
      [`${kind}/call`, rhythms[kind].callDays?.toString() ?? ''],
      [`${kind}/visit`, rhythms[kind].visitDays?.toString() ?? ''],
    ]),
  ),
})

/** What a field may hold: whole days, or nothing where that is allowed. */
const faultOf = (text: string, least: number, most: number, optional = false): string | undefined => {
  if (optional && text.trim() === '') return undefined
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most
    ? undefined
    : `请填 ${String(least)} 到 ${String(most)} 的数字`
}
const daysOf = (text: string | undefined): number | null => (text === undefined || text.trim() === '' ? null : Number(text))

interface FormProps {
  orgId: string
  first: Settings
  /** Whose these are. */
  head: ReactNode
  onSaved: () => Promise<void>
}

const Form = ({ orgId, first, head, onSaved }: FormProps) => {
  const [texts, setTexts] = useState<Texts>(() => textsOf(first))
  const configure = useCommand('care.configure')
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const at = (name: string) => texts[name] ?? ''
  const faults: Texts = {}
  const check = (name: string, fault: string | undefined) => {
    if (fault !== undefined) faults[name] = fault
  }
  check('elderlyAge', faultOf(at('elderlyAge'), 60, 100))
  check('quietDays', faultOf(at('quietDays'), 0, 366))
  for (const rung of clockRungs) check(rung, faultOf(at(rung), 1, 366))
  for (const kind of specialKinds) for (const by of ['call', 'visit']) check(`${kind}/${by}`, faultOf(at(`${kind}/${by}`), 1, 366, true))

  const rhythm = (kind: (typeof specialKinds)[number]) => ({
    callDays: daysOf(texts[`${kind}/call`]),
    visitDays: daysOf(texts[`${kind}/visit`]),
  })
  const save = async () => {
    setTried(true)
    if (Object.keys(faults).length > 0) return
    const answer = await configure.run({
      orgId,
      elderlyAge: Number(at('elderlyAge')),
      quietDays: Number(at('quietDays')),
      clocks: { liaison: Number(at('liaison')), leader: Number(at('leader')), secretary: Number(at('secretary')) },
      rhythms: {
        alone: rhythm('alone'),
        'empty-nest': rhythm('empty-nest'),
        disabled: rhythm('disabled'),
        'half-disabled': rhythm('half-disabled'),
        bedridden: rhythm('bedridden'),
        elderly: rhythm('elderly'),
      },
    })
    if (!answer?.ok) return
    setSaved(true)
    await onSaved()
  }
  const field = (name: string, label: string) => (
    <Field
      key={name}
      label={label}
      value={at(name)}
      keyboard="number"
      max={3}
      error={tried ? faults[name] : undefined}
      onChange={value => {
        setSaved(false)
        setTexts({ ...texts, [name]: value })
      }}
    />
  )
  return (
    <Screen
      main={
        <>
          {configure.refusal && <Failure refusal={configure.refusal} onSeen={configure.forget} />}
          <FaultLine faults={tried && Object.keys(faults).length > 0 ? { days: '有的数字没有填对，上面标出来了' } : {}} />
          <BigButton busyWords="正在存…" onPress={save}>
            保存
          </BigButton>
        </>
      }
    >
      {head}
      {saved && <Notice tone="good" title="保存好了，几分钟内按新的来" onSeen={() => setSaved(false)} />}
      <View>每一类老同志多久联系一次。空着，就是不要求。</View>
      {specialKinds.map(kind => (
        <Card key={kind} title={specialWords[kind]}>
          {field(`${kind}/call`, '最多几天打一次电话')}
          {field(`${kind}/visit`, '最多几天上门一次')}
        </Card>
      ))}
      <Card title="多大年纪算高龄">{field('elderlyAge', '周岁')}</Card>
      <Card title="超期以后告诉谁">
        <View className="soft">先告诉联络员，过了天数还没有联系，再往上告诉一级。</View>
        {clockRungs.map(rung => field(rung, `告诉${clockWords[rung]}以后，过几天告诉${aboveWords[rung]}`))}
      </Card>
      <Card title="家里有人去世">{field('quietDays', '多少天内不发祝贺、不安排节日走访')}</Card>
    </Screen>
  )
}

/** Where the rhythm comes from. */
const saidFrom = ({ from }: Settings, orgId: string): string => {
  if (from === null) return '现在用的是通常的规定，可以改成适合这里的。'
  return from.orgId === orgId ? '这是这里自己定的。' : `现在用的是${from.name}定的，可以改成这里自己的。`
}

/** How often each kind of elder is rung and visited, and who hears when it was not done. */
export const CareSettings = ({ orgId, name }: { orgId: string; name: string }) => {
  const query = useQuery('care.settings', { orgId })
  const [first, setFirst] = useState<Settings | undefined>()
  // The form begins from the first fresh answer; a newer one must not take away what is being typed.
  if (!first && query.data && query.keptAt === undefined) setFirst(query.data)
  if (!first) {
    return (
      <Screen>
        <Title>{name}</Title>
        <Loaded query={query}>{() => null}</Loaded>
      </Screen>
    )
  }
  const head = (
    <>
      <Title>{name}</Title>
      <View className="soft">{saidFrom(query.data ?? first, orgId)}</View>
    </>
  )
  return <Form orgId={orgId} first={first} head={head} onSaved={query.reload} />
}
