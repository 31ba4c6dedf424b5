import { aRawInput, aCodedRow, aSource, someCodedTables } from "#tests/builders/raw.ts";
import { resolveRaw } from "#pipeline/run.ts";
import { hasErrors } from "#pipeline/core/issue.ts";
import { formatIssue } from "#pipeline/core/format-issue.ts";
import { issuesFile, recordFiles } from "#pipeline/publish/staged/staged-files.ts";
const which = process.argv[2] ?? ""; const N = Number(process.argv[3] ?? 100000);
const seq=<T>(n:number,f:(i:number)=>T)=>Array.from({length:n},(_,i)=>f(i));
const base=someCodedTables({});
const enc=new TextEncoder();
const withFile=(raw:any,name:string,text:string)=>({...raw,coded:raw.coded.map((f:any)=>f.path.endsWith("/"+name)?{path:f.path,bytes:enc.encode(text)}:f)});
const actors=(n:number)=>[...base.actors!, ...seq(n,i=>aCodedRow("actors",{actor_id:`grp-${i}`,name:`Grp ${i}`}))];
const cell=(v:string)=>({relations:[aCodedRow("relations",{record_id:v})]});
const cases:Record<string,()=>any>={
 unknownActors:()=>aRawInput({actors:actors(1200),relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-${i}`,actor_id:`grpp-${i}`,evidence:"p1s1"}))}),
 oneRecord:()=>aRawInput({relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-1`,evidence:`p1s${1+i%10}`}))}),
 oneRecordSources:()=>aRawInput({sources:seq(N,i=>aSource(`src-${i}`)),relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-1`,source_id:`src-${i}`}))}),
 oneActor:()=>aRawInput({relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-${i}`}))}),
 oneActorProfile:()=>aRawInput({profile:seq(N,i=>aCodedRow("profile",{record_id:`prf-${i}`}))}),
 expansion:()=>aRawInput({expansion:seq(N,i=>aCodedRow("expansion",{record_id:`exp-${i}`,date:"2018-01"}))}),
 events:()=>aRawInput({events:seq(N,i=>aCodedRow("events",{record_id:`evt-${i}`}))}),
 eventsOne:()=>aRawInput({sources:seq(N,i=>aSource(`src-${i}`)),events:seq(N,i=>aCodedRow("events",{record_id:`evt-1`,source_id:`src-${i}`,date:`20${10+i%10}`}))}),
 warfareOne:()=>aRawInput({sources:seq(N,i=>aSource(`src-${i}`)),economic_warfare:seq(N,i=>aCodedRow("economic_warfare",{record_id:`ewi-1`,source_id:`src-${i}`,amount:String(i),unit:"usd"}))}),
 chain:()=>aRawInput({sources:seq(N,i=>aSource(`src-${i}`,{derived_from:i+1<N?`src-${i+1}`:null})),relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-1`,source_id:`src-${i}`}))}),
 circle:()=>aRawInput({sources:seq(N,i=>aSource(`src-${i}`,{derived_from:`src-${(i+1)%N}`}))}),
 ranges:()=>aRawInput({relations:seq(100,i=>aCodedRow("relations",{record_id:`rel-${i}`,evidence:seq(6000,()=>"p1s1-p1s10").join("; ")}))}),
 bigId:()=>withFile(aRawInput({relations:[aCodedRow("relations",{record_id:"XXX"})]}),"relations.csv",""),
 header:()=>withFile(aRawInput(),"relations.csv",seq(N,i=>`col${i}`).join(",")+"\n"+seq(N,i=>`${i}`).join(",")+"\n"),
 breaks:()=>withFile(aRawInput(),"relations.csv",`"${"\n".repeat(1e6)}"\n`),
 blankLines:()=>withFile(aRawInput(),"relations.csv",`record_id\n${"\n".repeat(1e7)}"x`),
 blankRows:()=>{const r=aRawInput();const t=new TextDecoder().decode(r.coded.find((f:any)=>f.path.endsWith("/relations.csv"))!.bytes);return withFile(r,"relations.csv",t+(",".repeat(t.split("\n")[0]!.split(",").length-1)+"\n").repeat(N))},
 million:()=>aRawInput({relations:seq(1000000,i=>aCodedRow("relations",{record_id:`rel-${i}`}))}),
 badIndex:()=>{const r=aRawInput();return {...r,indexes:[{path:"raw/documents/source-a.index.csv",bytes:enc.encode("locator,line,start,end,words,sha256\n"+seq(N,i=>`p${i}s1,x,y,z,w,q`).join("\n")+"\n")},r.indexes[1]]}},
 altIndex:()=>{const r=aRawInput();return {...r,indexes:[{path:"raw/documents/source-a.index.csv",bytes:enc.encode("locator,line,start,end,words,sha256\n"+seq(N,i=>`p${i+1}s7,1,2,3,4,${"a".repeat(64)}`).join("\n")+"\n")},r.indexes[1]]}},
 unknownLocators:()=>aRawInput({relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-${i}`,evidence:`p1s${11+i}`}))}),
 corrections:()=>aRawInput({corrections:seq(N,i=>aCodedRow("corrections",{table:`evnts`,record_id:`evt-${i}`}))}),
 decisions:()=>aRawInput({relations:seq(1000,i=>aCodedRow("relations",{record_id:`rel-1`,evidence:`p1s${1+i%10}`})),decisions:seq(N,i=>aCodedRow("decisions",{table:`actor_relations`,record_id:`rel-1`,column:`c${i}`}))}),
 codes:()=>aRawInput({relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-${i}`,certainty:`sttaed${i}`}))}),
 places:()=>aRawInput({places:seq(N,i=>({...aCodedRow("places",{place_id:`pl-${i}`,country:"Mali",iso3:"MLI",name:`P ${i}`})}) )}),
 bigcells:()=>aRawInput({relations:["record_id","evidence","description","actor_id","date","date_text","attributed_to"].map((c,i)=>aCodedRow("relations",{record_id:`rel-${i}`,[c]:"a-".repeat(5e6)}))}),
 edgecells:()=>aRawInput({actors:[...base.actors!,aCodedRow("actors",{actor_id:"z-1",aliases:seq(20000,i=>`a${i}`).join("; ")})],relations:["a-","p1s1; ","a; ","1","[2018,"," ","\n","é","2018..",";","-","«  "].flatMap((s,k)=>["record_id","evidence","description","actor_id","date","date_text","attributed_to"].map((c,i)=>aCodedRow("relations",{record_id:`rel-${k}-${i}`,[c]:s.repeat(99000/s.length)+"!"})))}),
 sides:()=>aRawInput({relations:seq(N,i=>aCodedRow("relations",{record_id:`rel-1`,evidence:`p1s${1+i%10}`})),disagreements:[aCodedRow("disagreements",{disagreement_id:"dis-1"})],disagreement_sides:seq(N,i=>aCodedRow("disagreement_sides",{disagreement_id:"dis-1",table:"actor_relations",record_id:"rel-1",side:`s${i%26}`}))}),
 names:()=>aRawInput({actors:actors(10),actor_names:seq(N,i=>aCodedRow("actor_names",{record_id:`nam-${i}`}))}),
 works:()=>aRawInput({cited_works:seq(N,i=>aCodedRow("cited_works",{work_id:`wrk-${i}`}))}),
 retired:()=>aRawInput({retired:seq(N,i=>aCodedRow("retired",{table:"events",record_id:`evt-${i}`,replaced_by:null}))}),
};
const make=cases[which]; if(!make){console.log(Object.keys(cases).join(" "));process.exit()}
const raw=make(); const t0=performance.now(); const out=resolveRaw(raw); const t1=performance.now();
let n=0; if(!hasErrors(out.issues)){ const rec=recordFiles(()=>({write:(t)=>{n+=t.length},close(){}})); for(const e of out.resolution.entries()) rec.add(e); rec.close(); }
const t2=performance.now(); let len=0; for(const p of issuesFile(out.issues).parts) len+=p.length; const t3=performance.now();
console.log(which,N,"resolve",Math.round(t1-t0),"entries",Math.round(t2-t1),"issues",out.issues.length,Math.round(t3-t2),"len",len,"peakMB",Math.round(process.resourceUsage().maxRSS/1024), out.issues[0]?formatIssue(out.issues[0]).slice(0,160):"");
