/** What no ready-made rule says of this house; the linter loads it as the plugin `house`. */

const PATH = /^\/?(pages|secretary|service|care|bureau)\/[a-z-]+(\/index)?(\?|$)/u

/** A call `object.property()`. */
const isCall = ({ callee }, object, property) =>
  callee.type === 'MemberExpression' && callee.object.name === object && callee.property.name === property

const rule = (message, visit) => ({
  meta: { type: 'problem', schema: [] },
  create: context => visit(node => context.report({ node, message })),
})

export default {
  meta: { name: 'house' },
  rules: {
    'no-enum': rule('Use a union of string literals.', report => ({ TSEnumDeclaration: report })),
    /** Every page's address is made in one table. */
    'routes-table': rule('Pages are named by `routes` of core/shared/routes.', report => ({
      Literal: node => typeof node.value === 'string' && PATH.test(node.value) && report(node),
      TemplateElement: node => PATH.test(node.value.raw) && report(node),
    })),
    /** A colour has a name and stands once. */
    colours: rule('Colours are named in src/theme/colours.ts.', report => ({
      Literal: node => typeof node.value === 'string' && /^#[0-9a-f]{3,8}$/iu.test(node.value) && report(node),
    })),
    'no-clock': rule('core has no clock: take `now` as a parameter.', report => ({
      CallExpression: node => isCall(node, 'Date', 'now') && report(node),
      NewExpression: node => node.callee.name === 'Date' && node.arguments.length === 0 && report(node),
    })),
    'no-chance': rule('core has no chance: take ids as parameters.', report => ({
      CallExpression: node => isCall(node, 'Math', 'random') && report(node),
    })),
  },
}
