import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

interface Props {
  tree: Given<'org.tree'>
  onDone: () => void
}

/** 改名: the name that it has from now on; the former stands in its history. */
export const RenameForm = ({ tree: { org }, onDone }: Props) => {
  const [name, setName] = useState(org.name)
  const rename = useCommand('org.rename')
  const press = async () => {
    const answer = await rename.run({ orgId: org.orgId, name: name.trim() })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {rename.refusal && <Failure refusal={rename.refusal} onSeen={rename.forget} />}
          <BigButton disabled={name.trim() === '' || name.trim() === org.name} busyWords="正在改…" onPress={press}>
            改成这个名称
          </BigButton>
        </>
      }
    >
      <Title>{`${org.name}改名`}</Title>
      <Field label="新的名称" hint="原来的名称留在它的经历里。" value={name} onChange={setName} max={40} tall />
      <Button icon="back" onPress={onDone}>
        不改了
      </Button>
    </Screen>
  )
}
