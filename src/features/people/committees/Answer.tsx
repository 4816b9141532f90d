import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'

interface Props {
  orgId: string
  termId: string
  onDone: (said: string) => Promise<void>
}

/** The word of the street or the bureau on a committee that waits: yes with a document, or back with words. */
export const Answer = ({ orgId, termId, onDone }: Props) => {
  const approve = useCommand('committee.approve')
  const refuse = useCommand('committee.refuse')
  const [documentNo, setDocumentNo] = useState('')
  const [reason, setReason] = useState('')
  const yes = async () => {
    const answer = await approve.run({ orgId, termId, ...(documentNo.trim() === '' ? {} : { documentNo }) })
    if (answer?.ok) await onDone('批准了，书记和副书记现在就能办支部的事')
  }
  const no = async () => {
    const answer = await refuse.run({ orgId, termId, reason })
    if (answer?.ok) await onDone('退回去了，支部会看到您写的话')
  }
  return (
    <Card title="审批">
      {approve.refusal && <Failure refusal={approve.refusal} onSeen={approve.forget} />}
      {refuse.refusal && <Failure refusal={refuse.refusal} onSeen={refuse.forget} />}
      <Field label="批复文号" hint="没有可以不填" value={documentNo} onChange={setDocumentNo} max={60} placeholder="常党发〔2026〕10号" />
      <Button icon="check" onPress={yes}>
        同意，批准这个班子
      </Button>
      <Unfold words="退回去" kind="quiet">
        {close => (
          <>
            <Field label="为什么退回" value={reason} onChange={setReason} max={200} tall />
            <Button kind="danger" disabled={reason.trim() === ''} onPress={no}>
              退回去
            </Button>
            <Button kind="quiet" onPress={close}>
              先不退
            </Button>
          </>
        )}
      </Unfold>
    </Card>
  )
}
