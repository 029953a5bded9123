/**
 * @file The grammar of `.wod` files, for editors. It is forgiving: what coaches write in other ways than the book has is
 * read, too, as parts of a statement. The words come from words.json, which is made from wodc's table of words.
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />

const words = require('./words.json');

const WORD = /\p{L}[\p{L}\p{N}]*(?:['’-][\p{L}\p{N}]+)*/;

/**
 * Any of some words, in capitals or not.
 * @param {string[]} spellings
 */
const anyOf = (spellings) => new RustRegex(`(?i)${[...new Set(spellings)].map((one) => one.replaceAll(' ', '[ \\t]+')).join('|')}`);

/**
 * The openers of some kind that something follows. Before anything else they are the beginning of a movement's name.
 * @param {string} kind
 * @param {string[]} followed
 * @returns {string[]}
 */
const openers = (kind, ...followed) => followed.flatMap((one) => words.openers[kind][one] ?? []);

const definitions = Object.values(words.openers.definition).flat();
// Definitions whose lines are no steps.
const OF_LINES = ['movement', 'athlete', 'done'];
const OF_STEPS = definitions.filter((word) => ![...OF_LINES, 'plan', 'pose'].includes(word));

// What ends a name, unless another word of it comes after; `or` always ends it.
const ASIDE = ['alternating', 'right', 'left', 'max', 'per', 'each', 'tempo', 'only', 'not', 'build', 'by'];
const inside = words.words.filter((word) => ![...ASIDE, 'or', 'then'].includes(word));

/**
 * A statement in two rules: one that a block ends, and one that the end of its line, a `;` or the block around it does.
 * @param {string} name
 * @param {($: any) => any} head
 * @param {($: any) => any} body
 */
const statement = (name, head, body) => ({
  [name]: ($) => seq(head($), body($)),
  [`_${name}_alone`]: ($) => head($),
});

/**
 * One statement or more.
 * @param {any} $
 * @param {string[]} names
 */
function statements($, names) {
  const alone = choice(...names.map((name) => alias($[`_${name}_alone`], $[name])));
  const ended = choice(...names.map((name) => $[name]), seq(alone, $._end), $._end);
  return choice(seq(repeat1(ended), optional(alone)), alone);
}

/** @param {any} statements */
const within = (statements) => seq(choice('<', '{'), optional(statements), choice('>', '}'));

/** @param {any} $ @param {any} word */
const defined = ($, word) => seq(alias(word, $.opener), optional(seq(choice(field('title', $.string), $.date), optional($._parts))));

module.exports = grammar({
  name: 'wod',

  word: ($) => $._word,
  extras: ($) => [/[ \t\v\f\u00A0\u1680\u2000-\u200B\u202F\u205F\u3000\uFEFF]/, $.comment],

  conflicts: ($) => [[$.name]],

  rules: {
    source_file: ($) => seq(optional($._steps), repeat(seq(alias(choice('>', '}'), $.stray), optional($._steps)))),

    comment: () => /#[^\r\n\u2028\u2029\u0085]*/,
    _end: ($) => choice($._newline, ';'),
    _newline: () => /\r?\n|\r|\u2028|\u2029|\u0085/,

    // ---- blocks, by what is in them
    body: ($) => within($._steps),
    _steps: ($) => statements($, ['definition', 'block', 'turns', 'text', 'setting', 'continuation', 'movement']),
    _body_of_plan: ($) => within($._weeks),
    _weeks: ($) => statements($, ['plan_part', 'day', 'setting', 'continuation', 'movement']),
    _body_of_lines: ($) => within($._lines),
    _lines: ($) => statements($, ['line', 'text', 'setting', 'block', 'movement']),
    _body_of_pose: ($) => within($._pose_lines),
    _pose_lines: ($) => statements($, ['pose_line']),

    // ---- definitions
    definition: ($) => choice(
      seq($._definition_head, $.body),
      seq($._lines_head, alias($._body_of_lines, $.body)),
      seq($._plan_head, alias($._body_of_plan, $.body)),
      seq($._pose_head, alias($._body_of_pose, $.body)),
    ),
    _definition_alone: ($) => choice($._definition_head, $._lines_head, $._plan_head, $._pose_head),
    _definition_head: ($) => defined($, $._definition_word),
    _lines_head: ($) => defined($, $._lines_word),
    _plan_head: ($) => defined($, $._plan_word),
    _pose_head: ($) => defined($, $._pose_word),
    _definition_word: () => anyOf(OF_STEPS),
    _lines_word: () => anyOf(OF_LINES),
    _plan_word: () => anyOf(['plan']),
    _pose_word: () => anyOf(['pose']),

    // A line of a movement, of an athlete, of what was done.
    ...statement('line', ($) => choice(
      seq(alias($._line_word, $.opener), optional($._parts)),
      seq(alias($._line_of_number, $.opener), $.quantity, optional($._parts)),
    ), ($) => alias($._body_of_pose, $.body)),
    _line_word: () => anyOf([...Object.values(words.openers.fact).flat(), ...openers('line', 'anything')]),
    _line_of_number: () => anyOf(openers('line', 'number')),

    ...statement('pose_line', ($) => $._parts, ($) => alias($._body_of_pose, $.body)),

    ...statement('plan_part', ($) => seq(alias($._plan_part_word, $.opener), optional($._parts)), ($) => alias($._body_of_plan, $.body)),
    _plan_part_word: () => anyOf(Object.values(words.openers.plan_part).flat()),
    ...statement('day', ($) => seq(alias($._day_word, $.opener), optional($._parts)), ($) => $.body),
    _day_word: () => anyOf(words.days),

    // ---- statements
    ...statement('block', ($) => seq(alias($._block_word, $.opener), optional(seq($._header_begins, optional($._parts)))), ($) => $.body),
    _header_begins: ($) => choice($.string, $.quantity, $.keyword, alias($._aside, $.keyword)),
    _block_word: () => anyOf(openers('block', 'header', 'anything')),

    turns: ($) => prec.dynamic(1, seq(alias($._turns_word, $.opener), $.quantity, optional($._parts), $.body)),
    _turns_alone: ($) => prec.dynamic(-1, seq(alias($._turns_word, $.opener), $.quantity, optional($._parts))),
    _turns_word: () => anyOf([...openers('block', 'numbers_of_body'), 'week', 'weeks']),

    ...statement('text', ($) => seq(alias($._text_word, $.opener), choice($.string, $.keyword, alias($._aside, $.keyword)), optional($._parts)), ($) => $.body),
    _text_word: () => anyOf(Object.values(words.openers.text).flat()),

    ...statement('setting', ($) => choice(
      seq(alias($._setting_word, $.opener), optional($._parts)),
      seq(alias($._setting_of_number, $.opener), $.quantity, optional($._parts)),
      seq(alias($._setting_of_text, $.opener), $.string, optional($._parts)),
      seq(alias($._setting_of_level, $.opener), alias($._level, $.keyword), optional($._parts)),
    ), ($) => $.body),
    _setting_word: () => anyOf(openers('statement', 'anything')),
    _setting_of_number: () => anyOf(openers('statement', 'number')),
    _setting_of_text: () => anyOf(openers('statement', 'text')),
    _setting_of_level: () => anyOf(openers('statement', 'level')),
    _level: () => anyOf(words.levels),

    // A table goes on in the next line.
    ...statement('continuation', ($) => seq(alias($._then, $.keyword), optional($._parts)), ($) => $.body),

    // A movement, several to choose from, or whatever else is written.
    ...statement('movement', ($) => choice(
      seq($.name, optional(seq($._after_name, optional($._parts)))),
      seq($._first_part, optional($._parts)),
    ), ($) => $.body),

    // ---- names
    name: ($) => seq($._first_word, repeat($._goes_on)),
    // As many words as can be.
    _goes_on: ($) => prec.dynamic(1, choice($._word, seq($._aside, $._word))),
    // An opener that nothing of its own follows is the first word of a name.
    _first_word: ($) => prec(-1, choice(
      $._word, $._definition_word, $._lines_word, $._plan_word, $._pose_word, $._block_word,
      $._turns_word, $._text_word, $._setting_of_number, $._setting_of_text, $._setting_of_level, $._line_of_number,
    )),
    _after_name: ($) => choice($.string, $.date, $.quantity, $.alternative, alias($._aside, $.keyword), $._pair, $.sign, $._comma),
    // `per leg`, `by week`: another word of the language follows, so the name has ended.
    _pair: ($) => prec.dynamic(2, prec(1, seq(
      alias($._aside, $.keyword),
      choice($.keyword, alias($._aside, $.keyword), alias($._far_unit, $.unit)),
    ))),
    _first_part: ($) => choice($.string, $.date, $.quantity, $.alternative, $.sign, $._comma),

    // ---- the parts of a statement
    _parts: ($) => prec.right(repeat1($._part)),
    _part: ($) => choice(
      $.string, $.date, $.quantity, $.alternative, $.keyword, alias($._aside, $.keyword), alias($._then_on, $.keyword),
      alias($._word, $.word), $.sign, $._comma,
    ),
    alternative: ($) => prec.right(seq(alias($._or, $.keyword), optional($.name))),
    _or: () => anyOf(['or']),
    _then: () => anyOf(['then']),
    _then_on: ($) => prec.right(seq($._then, repeat($._newline))),
    keyword: () => anyOf(inside),
    _aside: () => anyOf(ASIDE),

    quantity: ($) => prec.right(seq($.number, optional(choice(alias($._unit, $.unit), alias($._far_unit, $.unit), alias($._times, $.sign))))),
    number: () => token(prec(1, /[xX×]?\p{N}+(?:[.,:]\p{N}+)*/)),
    date: () => token(prec(2, /\d{4}-\d{2}-\d{2}/)),
    _unit: () => token.immediate(prec(2, anyOf(words.units))),
    // A unit behind a blank. Of what is a word of the language as well, that comes first.
    _far_unit: () => anyOf(words.units.filter((unit) => /^\p{L}+$/u.test(unit) && !words.words.includes(unit))),
    _times: () => token.immediate(prec(2, /[xX×]/)),

    // A comma goes on in the next line.
    _comma: ($) => prec.right(seq(alias(',', $.sign), repeat($._newline))),
    sign: () => token(prec(-1, /[^\s\p{L}\p{N}<>{};,"“”„#]/)),
    string: () => token(/["“”„](?:[^"“”„\\\r\n]|\\.|“[^“”"\r\n]*”)*["“”„]?/),
    _word: () => WORD,
  },
});
