// Every tool and resource, asked by the client of the protocol's authors, with good, bad, huge and hostile input.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const connect = async (t) => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(new StdioClientTransport({ command: process.env.WODC, args: ['mcp'] }));
  t.after(() => client.close());
  const call = (name, args) => client.callTool({ name, arguments: args });
  const data = async (name, args) => {
    const result = await call(name, args);
    assert.equal(result.isError, false, JSON.stringify(result.content));
    return result.structuredContent;
  };
  return { client, call, data };
};

test('a workout is checked, mended and built', async (t) => {
  const { data } = await connect(t);
  const text = 'circuit rouns 5 < squat 30s; rest 15s >';
  const checked = await data('check', { text });
  assert.equal(checked.ok, false);
  assert.equal(checked.diagnostics.length, 1);
  assert.equal(checked.diagnostics[0].fixes[0].edits[0].replacement, 'rounds');
  const fixed = await data('fix', { text });
  assert.equal(fixed.text, 'circuit rounds 5 < squat 30s; rest 15s >');
  assert.equal(fixed.ok, true);
  const good = await data('check', { text: fixed.text, level: 'beginner' });
  assert.equal(good.workouts[0].likely_seconds, 225);
  const built = await data('build', { text: fixed.text, to: ['md', 'cues', 'json'] });
  assert.deepEqual(built.outputs.map((output) => output.to), ['json', 'md', 'cues']);
  assert.match(built.outputs[1].text, /Squat/);
});

test('loads are those of the athlete that is handed over', async (t) => {
  const { data } = await connect(t);
  const athlete = 'athlete "Sam" < max back squat 100kg >';
  const built = await data('build', { text: 'back squat 5x5 @ 80%', athlete, to: ['md'] });
  assert.match(built.outputs[0].text, /80 ?kg/);
});

test('rules, words and movements are explained', async (t) => {
  const { client, call, data } = await connect(t);
  assert.match((await data('explain', { name: 'metres-for-minutes' })).page, /^# metres-for-minutes/);
  assert.match((await data('explain', { name: 'emom' })).page, /^# emom/);
  assert.match((await data('explain', {})).page, /BLOCKS/);
  const unknown = await call('explain', { name: 'emmom' });
  assert.equal(unknown.isError, true);
  assert.match(unknown.content[0].text, /there is `emom`/);
  const found = await data('movements', { query: 'squat', equipment: ['kettlebell'], limit: 3 });
  assert.equal(found.movements.length, 3);
  assert.ok(found.movements.every((movement) => movement.equipment.includes('kettlebell')));
  assert.deepEqual((await data('movements', { query: 'sqat' })).similar_names[0], 'squat');
  const { resources } = await client.listResources();
  assert.ok(resources.length > 8);
  for (const { uri } of resources) {
    const { contents } = await client.readResource({ uri });
    assert.ok(contents[0].text.length > 100, uri);
    if (uri.startsWith('wodc://examples/')) {
      const checked = await data('check', { text: contents[0].text });
      assert.equal(checked.ok, true, `${uri}: ${JSON.stringify(checked.diagnostics)}`);
    }
  }
  const { contents } = await client.readResource({ uri: 'wodc://words/for%20time' });
  assert.match(contents[0].text, /^# for time/);
  await assert.rejects(client.readResource({ uri: 'file:///etc/passwd' }), /there is no resource/);
  assert.equal((await client.listResourceTemplates()).resourceTemplates.length, 2);
});

test('how a plan goes on is shown', async (t) => {
  const { call, data } = await connect(t);
  const text = 'plan "P" weeks 3 <\n  monday < back squat 3x5 @ 60kg +2.5kg each success >\n>\n';
  assert.match((await data('foresee', { text })).page, /if all goes well {2}3x5 @ 62.5kg/);
  const results = 'done 2026-01-05 "P" of "P" < back squat 5, 5, 5 @ 60kg >';
  assert.equal((await call('foresee', { text, results })).isError, false);
  assert.match((await call('foresee', { text: 'squat 10' })).content[0].text, /there is no plan/);
});

test('bad arguments are told to the model', async (t) => {
  const { client, call } = await connect(t);
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), ['check', 'fix', 'build', 'explain', 'movements', 'foresee']);
  for (const [name, args, said] of [
    ['check', {}, /needs `text`/],
    ['check', { text: 5 }, /`text` must be a string/],
    ['check', { text: 'squat 10', path: '/etc/passwd' }, /takes no `path`/],
    ['check', { text: 'squat 10', level: 'hard' }, /there is no level `hard`/],
    ['build', { text: 'squat 10', to: ['doc'] }, /there is no output `doc`/],
    ['movements', { limit: 0 }, /whole number/],
    ['movements', { equipment: 'box' }, /list of strings/],
    ['movements', { equipment: ['kettlebel'] }, /there is `kettlebell`/],
  ]) {
    const result = await call(name, args);
    assert.equal(result.isError, true, name);
    assert.match(result.content[0].text, said);
  }
  await assert.rejects(call('rm', {}), /there is no tool/);
});

test('what is huge or hostile is answered, and nothing is read', async (t) => {
  const { call, data } = await connect(t);
  const used = await data('check', { text: 'use "/etc/passwd"\nsquat 10' });
  assert.equal(used.ok, false);
  assert.ok(!JSON.stringify(used).includes('root:'));
  assert.equal((await data('check', { text: '# x\n'.repeat(1_100_000) })).diagnostics[0].rule, 'file-too-large');
  const long = await call('build', { text: 'squat 10; rest 10s\n'.repeat(1_900), to: ['json'] });
  assert.equal(long.isError, true);
  assert.match(long.content[0].text, /are the most/);
  const many = await data('check', { text: '>'.repeat(10_000) });
  assert.ok(many.errors > many.shown && many.diagnostics.length === many.shown);
  for (const text of ['', '<'.repeat(1_000), '\u0000\u{1F4AA}\r\r', '"'.repeat(10_000), '</script><script>']) {
    await data('check', { text });
    await data('fix', { text });
  }
});
