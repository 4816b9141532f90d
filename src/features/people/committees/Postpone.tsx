import { sayDate } from '../../../../core/people/roster/date-words'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import type { Data } from './words'

interface Props {
  orgId: string
  rule: Data['rule']
  onDone: (said: string) => Promise<void>
}

/** Puts the end of a term off, by a document, no further than the rules allow. */
export const Postpone = ({ orgId, rule: { latestEnd }, onDone }: Props) => {
  const postpone = useCommand('committee.postpone')
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const [documentNo, setDocumentNo] = useState('')
  const press = async () => {
    const answer = await postpone.run({ orgId, until, reason, documentNo })
    if (answer?.ok) await onDone(`延期到${sayDate(answer.data.termEnds)}`)
  }
  const ready = until !== '' && reason.trim() !== '' && documentNo.trim() !== ''
  return (
    <Unfold words="批准延期换届" icon="clock">
      {close => (
        <Card title="批准延期换届">
          {postpone.refusal && <Failure refusal={postpone.refusal} onSeen={postpone.forget} />}
          <DateField
            label="延到哪一天"
            value={until}
            onChange={setUntil}
            {...(latestEnd === null ? {} : { hint: `最晚${sayDate(latestEnd)}` })}
          />
          <Field label="为什么延期" value={reason} onChange={setReason} max={200} />
          <Field label="批准文号" value={documentNo} onChange={setDocumentNo} max={60} />
          <Button icon="check" disabled={!ready} onPress={press}>
            批准延期
          </Button>
          <Button kind="quiet" onPress={close}>
            不延期
          </Button>
        </Card>
      )}
    </Unfold>
  )
}
