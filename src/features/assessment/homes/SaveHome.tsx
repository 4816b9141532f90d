import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Screen } from '../../../components/Screen'
import { useDraft } from '../../../platform/draft'
import { goInstead } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { texts } from '../../../platform/shape'

const blank = { name: '', address: '' }
const isDraft = texts(blank)

interface Props {
  orgId: string
  homeId: string | undefined
}

const Form = ({ orgId, homeId, first }: Props & { first: typeof blank }) => {
  const { draft, change, done } = useDraft(`home/${homeId ?? orgId}`, isDraft, first)
  const [tried, setTried] = useState(false)
  const save = useCommand('home.save')
  const { name, address } = draft
  const press = async () => {
    setTried(true)
    if (name.trim() === '' || address.trim() === '') return
    const answer = await save.run({ orgId, name, address, ...(homeId === undefined ? {} : { homeId }) })
    if (!answer?.ok) return
    done()
    goInstead(routes.partyHome({ id: answer.data.homeId }))
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在保存…" onPress={press}>
            保存
          </BigButton>
        </>
      }
    >
      <Title>{homeId === undefined ? '登记一个老党员之家' : '改名字、地址'}</Title>
      <Field
        label="叫什么"
        value={name}
        onChange={next => change({ name: next })}
        max={30}
        error={tried && name.trim() === '' ? '请写名字' : undefined}
        placeholder="例如：长青社区老党员之家"
      />
      <Field
        label="在哪里"
        value={address}
        onChange={next => change({ address: next })}
        max={100}
        error={tried && address.trim() === '' ? '请写地址' : undefined}
        placeholder="例如：长青路 1 号一楼，社区活动室旁边"
      />
    </Screen>
  )
}

/** A new 老党员之家 of an organization, or its name and address put right. */
export const SaveHome = ({ orgId, homeId }: Props) => {
  const query = useQuery('home.get', homeId === undefined ? null : { homeId })
  if (homeId === undefined) return <Form orgId={orgId} homeId={undefined} first={blank} />
  if (query.data) return <Form orgId={query.data.orgId} homeId={homeId} first={{ name: query.data.name, address: query.data.address }} />
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {() => null}
      </Loaded>
    </Screen>
  )
}
