import { View } from '@tarojs/components'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { fullDate } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand, useQuery } from '../../../platform/query'
import { endSession } from './endSession'

type Account = Given<'roster.accounts'>['accounts'][number]
type Own = Given<'me.accounts'>['accounts'][number]

const howWords = { invitation: '用邀请码绑定的', number: '用手机号绑定的' } as const

/** Since when, and by what, an account is a person's. */
export const sayAccount = ({ since, how }: Account): string => `${fullDate(since)}起${how ? `，${howWords[how]}` : ''}`

interface OneProps {
  words: string
  account: Account
  question: string
  explain: string
  onEnd: () => unknown
}

const One = ({ words, account, question, explain, onEnd }: OneProps) => (
  <View className="stack">
    <View>
      <View className="strong">{words}</View>
      <View className="soft">{sayAccount(account)}</View>
    </View>
    <Confirm question={question} explain={explain} yes="是，结束" no="不，留着" onYes={onEnd}>
      结束
    </Confirm>
  </View>
)

/** 已绑定的微信: every account that is mine, each with its end. */
export const MyAccounts = () => {
  const query = useQuery('me.accounts', {})
  const end = useCommand('me.endAccount')
  const press = async ({ accountRef, mine }: Own) => {
    const answer = await end.run({ accountRef })
    if (!answer?.ok) return
    if (mine) await endSession()
    else await query.reload()
  }
  return (
    <Card title="已绑定的微信">
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Loaded query={query} cards={1}>
        {({ accounts }) => (
          <View className="stack">
            {accounts.map(account => (
              <One
                key={account.accountRef}
                words={account.mine ? '这部手机上的微信' : '另一个微信'}
                account={account}
                question={account.mine ? '要让这部手机不再认得您吗？' : '要结束另一个微信的绑定吗？'}
                explain="支部里的资料和记录都不会少，以后可以重新绑定。"
                onEnd={() => press(account)}
              />
            ))}
            {accounts.length > 1 && <View className="soft">不认得的，就按“结束”，再给支部书记打电话。</View>}
          </View>
        )}
      </Loaded>
    </Card>
  )
}

/** The accounts that are bound as a member, for the officer over them. */
export const MemberAccounts = ({ memberId, name, onEnded }: { memberId: string; name: string; onEnded?: () => Promise<unknown> }) => {
  const query = useQuery('roster.accounts', { memberId })
  const end = useCommand('roster.endAccount')
  const press = async ({ accountRef }: Account) => {
    const answer = await end.run({ memberId, accountRef })
    if (!answer?.ok) return
    await query.reload()
    await onEnded?.()
  }
  return (
    <Card title="已绑定的微信">
      {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
      <Loaded query={query} cards={1}>
        {({ accounts }) => (
          <View className="stack">
            {accounts.length === 0 && <View className="soft">还没有绑定微信</View>}
            {accounts.map((account, index) => (
              <One
                key={account.accountRef}
                words={accounts.length === 1 ? '一个微信' : `第 ${String(index + 1)} 个微信`}
                account={account}
                question={`要结束这个微信吗？`}
                explain={`它不再认得${name}同志。先打电话问问本人；以后可以再给邀请码。`}
                onEnd={() => press(account)}
              />
            ))}
          </View>
        )}
      </Loaded>
    </Card>
  )
}
