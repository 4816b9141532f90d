import { View } from '@tarojs/components'
import { useState } from 'react'
import { routes } from '../../../../core/shared/routes'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { ShareButton } from '../../../components/OpenButtons'
import { sharePicture } from '../../../components/sharePicture'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'
import { useShareCard } from '../../../platform/share'

type Made = Given<'pledge.card'>

export const cardOf = ({ code, partnerName, branchName }: Made) => ({
  title: `${partnerName}和我们的共建，点开看看`,
  route: routes.partner({ code }),
  picture: sharePicture({
    over: branchName,
    title: partnerName,
    block: '共建',
    lines: ['承诺了什么', '办了多少，还差什么'],
    large: '谢谢你们',
  }),
})

const Made = ({ made }: { made: Made }) => {
  const card = cardOf(made)
  useShareCard(card)
  return (
    <>
      <View>转发给单位的联系人，点开就看得到承诺了什么、办了多少。上面没有老同志的信息。</View>
      <ShareButton words="转发给联系人" card={card} />
    </>
  )
}

/** The card by which a unit's contact opens its page. */
export const UnitCard = ({ partnerId, name }: { partnerId: string; name: string }) => {
  const [made, setMade] = useState<Made | undefined>()
  const make = useCommand('pledge.card')
  const press = async (fresh: boolean) => {
    const answer = await make.run({ partnerId, ...(fresh ? { fresh } : {}) })
    if (answer?.ok) setMade(answer.data)
  }
  return (
    <>
      {make.refusal && <Failure refusal={make.refusal} onSeen={make.forget} />}
      {made ? (
        <Card title={`给${name}的卡片`}>
          <Made made={made} />
          <Confirm question="换一张以后，转发出去的旧卡片就打不开了。要换吗？" yes="是，换一张" no="不换" onYes={() => press(true)}>
            换一张卡片
          </Confirm>
        </Card>
      ) : (
        <Button icon="share" onPress={() => press(false)}>
          {`给${name}发一张卡片`}
        </Button>
      )}
    </>
  )
}
