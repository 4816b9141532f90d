import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Chips } from '../../../components/Chips'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { FindPerson } from '../../people/public'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

interface Props {
  row: Pick<Given<'aftercare.get'>, 'memberId'> &
    Pick<NonNullable<Given<'aftercare.get'>['marking']>, 'bereaved' | 'quietUntil' | 'branchId'>
  onChange: () => Promise<void>
}

/** Changes which members of the household festive messages leave in peace, and until when. */
const BereavedForm = ({ row, onDone }: { row: Props['row']; onDone: () => Promise<void> | void }) => {
  const save = useCommand('aftercare.bereaved')
  const [people, setPeople] = useState(row.bereaved)
  const [chosen, setChosen] = useState<readonly string[]>(row.bereaved.map(one => one.memberId))
  const [until, setUntil] = useState(row.quietUntil)
  const [finding, setFinding] = useState(row.bereaved.length === 0)
  const toggle = (id: string) => setChosen(chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id])
  const add = ({ memberId, name }: { memberId: string; name: string }) => {
    if (!people.some(one => one.memberId === memberId)) setPeople([...people, { memberId, name }])
    if (!chosen.includes(memberId)) setChosen([...chosen, memberId])
    setFinding(false)
  }
  const send = async () => {
    const answer = await save.run({ memberId: row.memberId, bereavedIds: [...chosen], ...(until === '' ? {} : { until }) })
    if (answer?.ok) await onDone()
  }
  return (
    <Card title="家里的同志">
      {people.length > 0 && (
        <Chips
          label="选上的，不发祝贺、不安排节日走访"
          many
          options={people.map(one => ({ value: one.memberId, words: one.name }))}
          chosen={chosen}
          onPress={toggle}
        />
      )}
      {finding ? <FindPerson orgId={row.branchId} onPick={add} /> : <Button onPress={() => setFinding(true)}>再加一位</Button>}
      <DateField label="到哪一天" value={until} onChange={setUntil} />
      {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
      <Button onPress={send}>保存</Button>
      <Button kind="quiet" onPress={() => onDone()}>
        不改，返回
      </Button>
    </Card>
  )
}

/** The way to change the household's quiet time. */
export const Bereaved = ({ row, onChange }: Props) => {
  const [open, setOpen] = useState(false)
  if (!open) return <Button onPress={() => setOpen(true)}>{row.bereaved.length > 0 ? '改家里的同志、改日子' : '家里还有哪位同志'}</Button>
  const done = async () => {
    await onChange()
    setOpen(false)
  }
  return <BereavedForm row={row} onDone={done} />
}
