import { View } from '@tarojs/components'
import { Button, IconButton } from '../../../../components/Button'
import { Failure } from '../../../../components/Failure'
import { ShortRow } from '../../../../components/Rows'
import { Unfold } from '../../../../components/Unfold'
import { useCommand } from '../../../../platform/query'
import { FindPerson } from '../../../people/public'
import type { PartProps } from './part'

const MOST = 5

/** Who is asked to look through the book, and changes nothing. */
export const Auditors = ({ orgId, data: { auditors }, onDone }: PartProps) => {
  const appoint = useCommand('fund.appoint')
  const others = (memberId: string) => auditors.map(one => one.memberId).filter(one => one !== memberId)
  const set = async (memberIds: string[], words: string) => {
    const answer = await appoint.run({ orgId, memberIds })
    if (answer?.ok) await onDone(words)
  }
  return (
    <View className="stack">
      {appoint.refusal && <Failure refusal={appoint.refusal} onSeen={appoint.forget} />}
      <View className="soft">他们在“党费和经费公示”里看每一笔，什么也不改。</View>
      {auditors.map(one => (
        <ShortRow
          key={one.memberId}
          name={one.name}
          action={
            <IconButton
              icon="close"
              label={`${one.name}不再看账`}
              words="去掉"
              onPress={() => set(others(one.memberId), `${one.name}不再看账了`)}
            />
          }
        />
      ))}
      {auditors.length < MOST && (
        <Unfold icon="person-add" words="请一位同志">
          {close => (
            <View className="stack">
              <FindPerson
                orgId={orgId}
                onPick={one => {
                  close()
                  void set([...others(one.memberId), one.memberId], `请${one.name}来看账了`)
                }}
              />
              <Button kind="quiet" onPress={close}>
                先不请
              </Button>
            </View>
          )}
        </Unfold>
      )}
    </View>
  )
}
