import { View } from '@tarojs/components'
import { useState } from 'react'
import { type GapKind, type Remindable, remindable } from '../../../../core/people/coverage/kinds'
import { coverageWords } from '../../../../core/people/coverage/words'
import { Button, IconButton } from '../../../components/Button'
import { ExportButton } from '../../../components/ExportButton'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { ShortRow } from '../../../components/Rows'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { type Gap, mendedAt } from './acts'

const isRemindable = (kind: GapKind): kind is Remindable => remindable.some(one => one === kind)

/** Reminds the secretaries of the branch, and says how many that was. */
const Remind = ({ kind, gap: { orgId, orgName } }: { kind: Remindable; gap: Gap }) => {
  const command = useCommand('coverage.remind')
  const [told, setTold] = useState<number | undefined>()
  if (command.refusal) return <Failure refusal={command.refusal} onSeen={command.forget} />
  if (told !== undefined) return <View className="soft small">{told > 0 ? '已提醒书记' : '还没有书记'}</View>
  const press = async () => {
    const answer = await command.run({ branchId: orgId, kind })
    if (answer?.ok) setTold(answer.data.told)
  }
  return <IconButton icon="bell" words="提醒" label={`提醒：${orgName}的书记`} onPress={press} />
}

interface Props {
  orgId: string
  orgName: string
  kind: GapKind
}

/** Who lacks something, the longest first; each line opens the act that mends it. */
export const GapList = ({ orgId, orgName, kind }: Props) => {
  const query = useQuery('coverage.gaps', { orgId, kind })
  const { items, more, refusal } = usePages(query, cursor => call('coverage.gaps', { orgId, kind, cursor }))
  const { lacks } = coverageWords[kind]
  return (
    <Loaded query={query}>
      {() => (
        <View className="stack">
          {items.length === 0 && <Empty icon="done" title="都覆盖到了" hint={`有${lacks}的，会列在这里。`} />}
          {items.map(gap => (
            <ShortRow
              key={gap.id}
              name={gap.name}
              note={[gap.why === lacks ? '' : gap.why, gap.orgId === gap.id ? '' : gap.orgName].filter(Boolean).join('；') || lacks}
              onPress={() => go(mendedAt[kind](gap))}
              action={isRemindable(kind) ? <Remind kind={kind} gap={gap} /> : undefined}
            />
          ))}
          {refusal && <Failure refusal={refusal} />}
          {more && <Button onPress={more}>再看一些</Button>}
          {items.length > 0 && (
            <ExportButton
              words="导出 Excel"
              icon="sheet"
              name={`${lacks} ${orgName}.xlsx`}
              make={() => call('coverage.export', { orgId, kind })}
            />
          )}
        </View>
      )}
    </Loaded>
  )
}
