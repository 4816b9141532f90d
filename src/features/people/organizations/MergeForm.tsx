import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { PickOne } from '../../../components/PickOne'
import { Screen } from '../../../components/Screen'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery, type Query } from '../../../platform/query'
import { ActFields, groundsOf, noGrounds } from './ActFields'
import { sayCount } from './organization-words'

type Tree = Given<'org.tree'>

interface PickProps {
  query: Query<Tree>
  parentId: string
  except: string
  value: string
  onChange: (orgId: string) => void
  error: string | undefined
}

/** The branches beside it, page by page. */
const Beside = ({ query, parentId, except, value, onChange, error }: PickProps) => {
  const { items, more } = usePages(query, cursor => call('org.tree', { orgId: parentId, cursor }))
  const branches = items.filter(one => one.kind === 'branch' && !one.closed && one.orgId !== except)
  return (
    <>
      <PickOne
        label="并入哪个支部"
        options={branches.map(one => ({ value: one.orgId, words: `${one.name}（${sayCount(one)}）` }))}
        value={value}
        onChange={onChange}
        error={error}
      />
      {more && <Button onPress={more}>再看一些支部</Button>}
    </>
  )
}

/** 并入: which branch takes the place of this one, from when and by which document; says before what becomes of people and affairs. */
export const MergeForm = ({ tree: { org }, onDone }: { tree: Tree; onDone: () => void }) => {
  const parentId = org.parentId ?? org.orgId
  const beside = useQuery('org.tree', { orgId: parentId })
  const merge = useCommand('org.merge')
  const [into, setInto] = useState('')
  const [grounds, setGrounds] = useState(noGrounds)
  const [tried, setTried] = useState(false)
  const press = async () => {
    setTried(true)
    const said = groundsOf(grounds)
    if (!said || into === '') return
    const answer = await merge.run({ orgId: org.orgId, intoOrgId: into, ...said })
    if (answer?.ok) onDone()
  }
  return (
    <Screen
      main={
        <>
          {merge.refusal && <Failure refusal={merge.refusal} onSeen={merge.forget} />}
          <BigButton busyWords="正在合并…" onPress={press}>
            合并
          </BigButton>
        </>
      }
    >
      <Title>{`${org.name}并入别的支部`}</Title>
      <Notice tone="warn" title="合并以后不能撤回">
        <View>{`${sayCount(org)}连同党小组、职务一起转过去；正在办的求助、岗位、走访、结对都接着办。`}</View>
        <View>以前的签到表和记录留在原支部名下，由并入支部的书记查看。两位书记都在任，请合并后再定由谁担任。</View>
      </Notice>
      <Loaded query={beside} cards={1}>
        {() => (
          <Beside
            query={beside}
            parentId={parentId}
            except={org.orgId}
            value={into}
            onChange={setInto}
            error={tried && into === '' ? '请选并入哪个支部' : undefined}
          />
        )}
      </Loaded>
      <ActFields value={grounds} onChange={setGrounds} tried={tried} />
      <Button icon="back" onPress={onDone}>
        不合并了
      </Button>
    </Screen>
  )
}
