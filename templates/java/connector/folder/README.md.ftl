# ${title}

> ${description}

<#if documentation?has_content>Its documentation is at ${documentation}. </#if>The source below is
yours: read it, change it, keep it.

<#if example?has_content>
```java
<#list example as line>
${line}
</#list>
```

Pages are fetched while you read; leave the loop and nothing more is asked for.
<#else>
```
connector call ${connector} --help
```
</#if>

## What it reads<#if writes> and writes</#if>

| resource | record | what it is, in the description's words | methods |
|---|---|---|---|
<#list resources as resource>
| ${resource.accessor} | ${resource.record} | ${resource.description} | ${resource.methods} |
</#list>
<#if records?has_content>

${records}
</#if>
<#list changes>

**Changes.** `changes(checkpoint)` reads what was created or changed since a checkpoint; `Checkpoint.NONE` reads from the
beginning. Keep `checkpoint()` once the records are safe, and the next read goes on from there.

| resource | by | asked for | begins | deletes |
|---|---|---|---|---|
<#items as change>
| ${change.resource} | ${change.cursor} | ${change.filter} | ${change.start} | ${change.deletes} |
</#items>
</#list>
<#list parents>

**Children.** These are read for each record of another resource, one after the other:

<#items as parent>
- ${parent}
</#items>
</#list>
<#if webhooks?has_content>

**Webhooks.** ${webhooks}
</#if>

## How to authenticate

<#if ways?has_content>
<#list ways as way>
${way.text}

<#if way.variables?has_content>
```
<#list way.variables as variable>
${variable}=
</#list>
```

</#if>
</#list>
Values belong into the environment, never into a file that is committed; none is ever logged or shown.
<#else>
Not at all: the description asks for no credentials.
</#if>

## Settings

<#if settings?has_content>
| variable | what it is | unless said |
|---|---|---|
<#list settings as setting>
| ${setting.variable} | ${setting.description} | ${setting.otherwise} |
</#list>

</#if>
`${settingsType}.fromEnvironment(System.getenv())` reads them, and `${prefix}_BASE_URL` where the API is elsewhere. Deadlines, retries
and rate limits are variables too, `${prefix}_MAX_RETRIES` for example; `Policy` in the runtime lists them.

## As a process

`ConnectorMain` runs the connector as a program that any other can speak to: it takes commands as lines of JSON on
standard input and answers with events, records checked by their schemas among them. `${adapter}` is the same in
Java, where resources have to be reached by name.
<#if first?has_content>

```
{"id":"1","do":"read","resource":"${first}","limit":10}
```
</#if>

## Limits

<#list limits as limit>
- ${limit}
</#list>

A `Retry-After` is kept, and a 429 tried again while the call's budget lasts. Every failure is an `ApiException` with a
code; no secret is in its message.
<#list open>

## What is not known yet

The description leaves these open, and nothing was guessed. Where an edit in `connector.json` settles it, the line ends
with it: the place, and what to write there.

<#items as question>
- ${question}
</#items>
</#list>

## How it is tested

${fixtures} The tests replay them through a server on this machine, and nothing of ours is needed for it. Add what the API
really answered as another file there, and it is replayed, too.
