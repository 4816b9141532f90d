import { Refusal, sendJson, sendText, type Route } from '../http/exchange'
import { sendStatic } from '../http/static'
import { scriptText } from '../scripts'
import { readIntroduction } from './introduction'

interface Parts {
  /** Folder of the phone's web build. */
  web: string | undefined
  introductionFile: string | undefined
}

/** The desk at `/` with what it tells newcomers, and the phone's web build under `/phone/`. */
export function deskRoutes({ web, introductionFile }: Parts): Route[] {
  return [
    { method: 'GET', pattern: /^\/introduction$/, handle: ({ res }) => sendJson(res, readIntroduction(introductionFile)) },
    { method: 'GET', pattern: /^\/$/, handle: ({ res }) => sendStatic(res, __dirname, 'index.html') },
    {
      method: 'GET',
      pattern: /^\/(desk(?:-panels|-chat|-data|-overview|-people|-steps)?\.css)$/,
      handle: ({ res, params: [file = ''] }) => sendStatic(res, __dirname, file),
    },
    {
      method: 'GET',
      pattern: /^\/(desk|phone-network)\.js$/,
      handle: async ({ res, params: [name] }) =>
        sendText(res, await scriptText(name === 'desk' ? 'desk/desk' : 'desk/phone-network'), 'text/javascript; charset=utf-8'),
    },
    {
      method: 'GET',
      pattern: /^\/phone\/(.*)$/,
      handle: async ({ req, res, params: [path = ''] }) => {
        if (web === undefined) throw new Refusal(404, -501007, 'This cloud was started without a web build of the phone (--web)')
        const onDesk = req.headers['sec-fetch-dest'] === 'iframe'
        await sendStatic(res, web, path, onDesk ? withNetworkSwitch : undefined)
      },
    },
  ]
}

/** The page with the switch of its network put before everything of its own. */
const withNetworkSwitch = (html: string) =>
  html.replace(/<head[^>]*>|<meta charset[^>]*>|^<!doctype html>/i, tag => `${tag}<script src="/phone-network.js"></script>`)
