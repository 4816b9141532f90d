import { useState } from 'react'
import { circleKinds, circleWords } from '../../../../core/life/circles/kinds'
import { BigButton, Button } from '../../../components/Button'
import { Chips } from '../../../components/Chips'
import { Choice } from '../../../components/Choice'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { useCommand } from '../../../platform/query'
import type { Circle } from './words'

const kinds = circleKinds.map(value => ({ value, words: circleWords[value] }))
const MOST_ORGANIZERS = 5
const openness = [
  { value: 'own', words: '只给本支部的同志' },
  { value: 'open', words: '邻近支部的同志也可以来' },
] as const

/** What is said of a circle: of a new one of that organization, or as it stands. */
type Props = { onDone: (saved: boolean) => void } & ({ orgId: string; circle?: never } | { orgId?: never; circle: Circle })

/** Makes a circle, or puts right what is said of it. */
export const CircleForm = ({ orgId, circle, onDone }: Props) => {
  const [kind, setKind] = useState(circle?.kind ?? 'calligraphy')
  const [name, setName] = useState(circle?.name ?? '')
  const [words, setWords] = useState(circle?.words ?? '')
  const [teacher, setTeacher] = useState(circle?.teacher ?? '')
  const [open, setOpen] = useState(circle?.open ?? false)
  const [organizerIds, setOrganizers] = useState(() => circle?.members.filter(one => one.organizer).map(one => one.memberId) ?? [])
  const [tried, setTried] = useState(false)
  const create = useCommand('circle.create')
  const change = useCommand('circle.change')
  const press = async () => {
    setTried(true)
    if (name.trim() === '') return
    const said = { name, words, teacher, open }
    const answer = circle
      ? await change.run({ circleId: circle.circleId, ...said, organizerIds })
      : await create.run({ orgId, kind, ...said })
    if (answer?.ok) onDone(true)
  }
  const turn = (memberId: string) =>
    setOrganizers(
      organizerIds.includes(memberId) ? organizerIds.filter(one => one !== memberId) : [...organizerIds, memberId].slice(-MOST_ORGANIZERS),
    )
  const refusal = create.refusal ?? change.refusal
  return (
    <Screen
      main={
        <>
          {refusal && <Failure refusal={refusal} onSeen={circle ? change.forget : create.forget} />}
          <BigButton busyWords="正在保存…" onPress={press}>
            {circle ? '改好了' : '办起来'}
          </BigButton>
        </>
      }
    >
      {!circle && <PickOne label="做什么" options={kinds} value={kind} onChange={setKind} />}
      <Field
        label="叫什么名字"
        value={name}
        onChange={setName}
        max={20}
        placeholder="例如：银湖门球队"
        error={tried && name.trim() === '' ? '请写一个名字' : undefined}
      />
      <Field label="谁来教（可以不填）" value={teacher} onChange={setTeacher} max={20} placeholder="例如：王老师" />
      <Field
        label="什么时候、在哪里（可以不填）"
        value={words}
        onChange={setWords}
        max={200}
        tall
        placeholder="例如：每周三上午九点，社区活动室，自带毛笔"
      />
      <Choice label="谁可以参加" options={openness} value={open ? 'open' : 'own'} onChange={value => setOpen(value === 'open')} />
      {circle && circle.members.length > 0 && (
        <Chips
          many
          label="谁来组织（最多五位）"
          hint="组织的同志可以约活动、记成绩"
          options={circle.members.map(one => ({ value: one.memberId, words: one.name }))}
          chosen={organizerIds}
          onPress={turn}
        />
      )}
      <Button icon="back" onPress={() => onDone(false)}>
        {circle ? '先不改' : '先不办'}
      </Button>
    </Screen>
  )
}
