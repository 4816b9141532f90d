import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { sayDate } from '../../../../core/people/public'
import { BigButton } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'

/** What the code on a certificate proves: what was granted to which person, and whether it stands. */
export const Proof = ({ code }: { code: string | undefined }) => {
  const query = useQuery('honour.open', code === undefined ? null : { code })
  const home = <BigButton onPress={() => go(routes.home())}>去看看常青365</BigButton>
  if (code === undefined || query.refusal?.code === 'NOT_FOUND')
    return (
      <Screen main={home}>
        <Empty icon="warn" title="没有查到这张证书" hint="请再扫一次。还是查不到，这张证书就不是常青365发的。" />
      </Screen>
    )
  // What was withdrawn meanwhile must not be shown as standing: without the network there is no proof.
  const { data } = query
  if (!data || query.keptAt !== undefined)
    return (
      <Screen>
        <Loaded query={{ ...query, data: undefined }} cards={1}>
          {() => null}
        </Loaded>
      </Screen>
    )
  const { title, maskedName, orgName, on, state, withdrawnOn } = data
  return (
    <Screen main={home}>
      {state === 'stands' ? (
        <Notice tone="good" title="这张证书是真的，现在有效" />
      ) : (
        <Notice tone="warn" title={withdrawnOn === undefined ? '这项荣誉已经收回' : `这项荣誉${sayDate(withdrawnOn)}已经收回`}>
          <View>证书是真的，但是不再有效。</View>
        </Notice>
      )}
      <Card title={title}>
        <Fact icon="me" label="授予谁">
          {maskedName}
        </Fact>
        <Fact icon="people" label="谁授予的">
          {orgName}
        </Fact>
        <Fact icon="calendar" label="哪一天">
          {sayDate(on)}
        </Fact>
      </Card>
    </Screen>
  )
}
