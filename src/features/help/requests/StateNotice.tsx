import { View } from '@tarojs/components'
import { Notice, type NoticeTone } from '../../../components/Notice'
import { briefly, type Full, isLate, kindTitle, named, titled } from './words'

interface Words {
  tone: NoticeTone
  title: string
  more?: string
}

/** Of a broken promise: an apology, what was promised, who has it now and who chases it. */
const sorry = ({ owner, promise, chaser }: Full): Words => ({
  tone: 'warn',
  title: '没按时办到，对不起',
  more: [
    `原来说好${promise}。`,
    owner ? `${titled(owner)}还在办${chaser ? `，${titled(chaser)}在催` : ''}。` : chaser ? `现在由${titled(chaser)}来催。` : '',
  ].join(''),
})

/** Of an urgent request without an owner: who is being called, who got no message, and what comes next. Nothing is well yet. */
const calling = ({ told, unreached = [], asksNextAt }: Full): Words => {
  const asked = told.filter(one => !one.declined)
  const deaf = named(unreached)
  return {
    tone: 'warn',
    title: asked.length === 0 ? '正在找人，还没有找到' : `正在叫${named(asked)}`,
    more: [
      asked.length === 0 ? '' : deaf === '' ? '微信已经发过去了。' : `${deaf}的微信没有响，请直接打电话。`,
      asksNextAt === undefined ? '' : `${briefly(asksNextAt)}没人接手，就再叫别人。`,
    ].join(''),
  }
}

const forElder = (request: Full, ringsAt: number | undefined): Words => {
  const { owner, promise, told, urgency } = request
  const asked = told.filter(one => !one.declined)
  const who = owner ? titled(owner) : ''
  if (isLate(request)) return sorry(request)
  // In an emergency nothing is well before it is over.
  const tone = urgency === 'urgent' ? 'info' : 'good'
  switch (request.state) {
    case 'waiting':
      if (urgency === 'urgent') return calling(request)
      if (asked.length === 0) return { tone: 'warn', title: `正在接着给您找人，说好${promise}`, more: '着急的话，请直接打个电话。' }
      return {
        tone: 'good',
        title: `已经告诉${named(asked)}，说好${promise}`,
        more: ringsAt === undefined ? '有人接手，马上告诉您。' : `现在是休息时间，${briefly(ringsAt)}叫他们；等不及就请直接打电话。`,
      }
    case 'accepted':
      return { tone, title: `${who}来办，说好${promise}` }
    case 'on-the-way':
      return { tone, title: `${who}在路上了，说好${promise}` }
    case 'done':
      return { tone: 'info', title: `${who}说办好了，请您看看`, more: '办好了没有，按下面告诉我们。三天没有回音，就当作办好了。' }
    case 'closed':
      return { tone: 'good', title: '这件事办好了 ✓' }
    case 'cancelled':
      return { tone: 'info', title: '这件事不用办了' }
  }
}

const forHelper = (request: Full): Words | undefined => {
  const { owner, as, name, promise, state, chaser } = request
  const what = `${name}的“${kindTitle(request)}”`
  if (state === 'cancelled') return { tone: 'info', title: `不用去了：${name}说不用办了` }
  if (state === 'closed') return { tone: 'good', title: `${what}办好了 ✓` }
  if (state === 'done') return { tone: 'info', title: `已经说办好了，等${name}回话` }
  if (isLate(request) && (as === 'owner' || as === 'second' || as === 'desk'))
    return {
      tone: 'warn',
      title: `${what}没按时办到`,
      more: `原来说好${promise}。${as === 'desk' ? (chaser ? `${titled(chaser)}在催。` : '') : '请马上去；实在去不了，就交给别人。'}`,
    }
  if (as === 'owner') return { tone: 'good', title: `${what}在您手里`, more: `说好${promise}。` }
  if (as === 'second') return { tone: 'good', title: `${owner ? titled(owner) : ''}和您一起办`, more: `说好${promise}。` }
  if (as === 'asked')
    return owner
      ? { tone: 'info', title: `${titled(owner)}要一个帮手，您能去吗？`, more: `说好${promise}。` }
      : { tone: 'info', title: `${name}请人帮忙，您能去吗？`, more: `说好${promise}。` }
  if (as === 'past')
    return owner
      ? { tone: 'info', title: `${titled(owner)}在办，您不用去了，谢谢` }
      : { tone: 'info', title: '正在请别人去办', more: '您要是又能去了，也可以按“我来办”。' }
  return owner ? undefined : { tone: 'warn', title: `还没有人接手，说好${promise}` }
}

/** How it stands, in one sentence, as it looks to the reader. Never a countdown. */
export const StateNotice = ({ request, ringsAt }: { request: Full; ringsAt: number | undefined }) => {
  const said = request.as === 'elder' ? forElder(request, ringsAt) : forHelper(request)
  if (!said) return null
  return (
    <Notice tone={said.tone} title={said.title}>
      {said.more && <View>{said.more}</View>}
    </Notice>
  )
}
