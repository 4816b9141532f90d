import { View } from '@tarojs/components'
import { type BrandKind, brandKinds, brandWords } from '../../../../core/assessment/brands/rules'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { Before, Told } from './Told'

type Own = Given<'brand.own'>

const ENDS = '换一个新的'

const One = ({ branchId, kind, own, onChanged }: { branchId: string; kind: BrandKind; own: Own; onChanged: () => Promise<void> }) => {
  const end = useCommand('brand.end')
  const shown = own[kind]
  const words = brandWords[kind]
  const press = async () => {
    const answer = await end.run({ branchId, kind, why: ENDS })
    if (answer?.ok) await onChanged()
  }
  return (
    <Section title={`一支一${words}`}>
      <View className="stack">
        {shown ? (
          <Told shown={shown} />
        ) : (
          <Empty icon="star" title={`还没有${words}`} hint={`一个支部一个${words}，写上故事和照片，别的支部能学。`} />
        )}
        {own.may.includes('save') && (
          <Button icon="edit" onPress={() => go(routes.saveBrand({ kind }))}>
            {shown ? '写一写、加照片' : `写下我们的${words}`}
          </Button>
        )}
        {shown && own.may.includes('end') && (
          <>
            {end.refusal && <Failure refusal={end.refusal} onSeen={end.forget} />}
            <Confirm
              question={`不再用“${shown.name}”了吗？`}
              explain="它的故事和照片留在“以前的”里。"
              yes="是，换一个新的"
              no="不，接着用"
              onYes={press}
            >
              {`换一个${words}`}
            </Confirm>
          </>
        )}
        <Before past={own.past.filter(one => one.kind === kind)} />
      </View>
    </Section>
  )
}

/** A branch's brand and project (P62). */
export const Brands = ({ branchId }: { branchId: string }) => {
  const query = useQuery('brand.own', { branchId })
  return (
    <Screen>
      <Title>品牌和项目</Title>
      <Loaded query={query} cards={3}>
        {own => (
          <View className="stack">
            <View className="soft">{own.branchName}</View>
            {brandKinds.map(kind => (
              <One key={kind} branchId={branchId} kind={kind} own={own} onChanged={query.reload} />
            ))}
            <LinkRow icon="star" words="看看别的支部" note="全区支部的品牌和项目" onPress={() => go(routes.brandGallery())} />
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
