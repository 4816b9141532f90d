import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Screen } from '../../../components/Screen'
import { goInstead } from '../../../platform/go'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../../people/public'

interface Person {
  memberId: string
  name: string
}

interface Props {
  /** Where to look for the member it is about. */
  orgId: string
  of?: Person | undefined
}

/** 请老同志一起谈谈: about which member, and what. What is typed here is not kept on the phone. */
export const OpenCase = ({ orgId, of }: Props) => {
  const [person, setPerson] = useState(of)
  const [topic, setTopic] = useState('')
  const [tried, setTried] = useState(false)
  const open = useCommand('case.open')
  if (!person)
    return (
      <Screen>
        <Title>要和哪位同志谈？</Title>
        <FindPerson orgId={orgId} onPick={setPerson} />
      </Screen>
    )
  const press = async () => {
    setTried(true)
    if (topic.trim() === '') return
    const answer = await open.run({ memberId: person.memberId, topic })
    if (answer?.ok) goInstead(routes.case({ id: answer.data.caseId }))
  }
  return (
    <Screen
      main={
        <>
          {open.refusal && <Failure refusal={open.refusal} onSeen={open.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            记下，再请人
          </BigButton>
        </>
      }
    >
      <Title>{`和${person.name}谈什么？`}</Title>
      <Field
        label="是什么事"
        value={topic}
        onChange={setTopic}
        max={500}
        tall
        error={tried && topic.trim() === '' ? '请写几句是什么事' : undefined}
        placeholder="例如：和楼上为漏水吵架，想请老同事去劝劝"
      />
      <View className="soft">只有您和您请的同志看得到；上级、同事、本人都看不到，也不进任何名单和报表。</View>
      {!of && (
        <Button kind="quiet" onPress={() => setPerson(undefined)}>
          换一位同志
        </Button>
      )}
    </Screen>
  )
}
