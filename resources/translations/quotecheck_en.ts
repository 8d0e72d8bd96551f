<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ArchiveChooser</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveListing</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln+ quotes, counting…</source>
        <translation>
            <numerusform>%Ln+ quote, counting…</numerusform>
            <numerusform>%Ln+ quotes, counting…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveSharing</name>
    <message numerus="yes">
        <source>%Ln to decide</source>
        <translation>
            <numerusform>%Ln to decide</numerusform>
            <numerusform>%Ln to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts and pairs to decide</source>
        <translation>
            <numerusform>%Ln conflict or pair to decide</numerusform>
            <numerusform>%Ln conflicts and pairs to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message numerus="yes">
        <source>{name} and %Ln more</source>
        <translation>
            <numerusform>{name} and %Ln more</numerusform>
            <numerusform>{name} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message numerus="yes">
        <source>▲ %Ln unpaired marks</source>
        <translation>
            <numerusform>▲ %Ln unpaired mark</numerusform>
            <numerusform>▲ %Ln unpaired marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speakers</source>
        <translation>
            <numerusform>%Ln speaker</numerusform>
            <numerusform>%Ln speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln full texts</source>
        <translation>
            <numerusform>%Ln full text</numerusform>
            <numerusform>%Ln full texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more like this</source>
        <translation>
            <numerusform>and %Ln more like this</numerusform>
            <numerusform>and %Ln more like this</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identical</source>
        <translation>
            <numerusform>%Ln identical</numerusform>
            <numerusform>%Ln identical</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still want a decision.</source>
        <translation>
            <numerusform>%Ln still wants a decision.</numerusform>
            <numerusform>%Ln still want a decision.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FacetsPanel</name>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}, %Ln quotes</source>
        <translation>
            <numerusform>{words}, %Ln quote</numerusform>
            <numerusform>{words}, %Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldChoice</name>
    <message numerus="yes">
        <source>The same for all %Ln with this field</source>
        <translation>
            <numerusform>The same for this field</numerusform>
            <numerusform>The same for all %Ln with this field</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportAssistant</name>
    <message numerus="yes">
        <source>%Ln of the {count} rows cannot be imported and will be left out.</source>
        <translation>
            <numerusform>%Ln of the {count} rows cannot be imported and will be left out.</numerusform>
            <numerusform>%Ln of the {count} rows cannot be imported and will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first {count} rows: %Ln of them cannot be imported and will be left out.</source>
        <translation>
            <numerusform>The first {count} rows: %Ln of them cannot be imported and will be left out.</numerusform>
            <numerusform>The first {count} rows: %Ln of them cannot be imported and will be left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln rows are fine.</source>
        <translation>
            <numerusform>The first row is fine.</numerusform>
            <numerusform>The first %Ln rows are fine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln rows are fine.</source>
        <translation>
            <numerusform>The only row is fine.</numerusform>
            <numerusform>All %Ln rows are fine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln already there</numerusform>
            <numerusform>%Ln already there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln quotes are out of the archive again.</source>
        <translation>
            <numerusform>Taken back: %Ln quote is out of the archive again.</numerusform>
            <numerusform>Taken back: %Ln quotes are out of the archive again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay, for somebody has changed them since.</source>
        <translation>
            <numerusform>%Ln stays, for somebody has changed it since.</numerusform>
            <numerusform>%Ln stay, for somebody has changed them since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln updated</numerusform>
            <numerusform>%Ln updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identical</source>
        <translation>
            <numerusform>%Ln identical</numerusform>
            <numerusform>%Ln identical</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewDetail</name>
    <message numerus="yes">
        <source>The same for all %Ln pairs</source>
        <translation>
            <numerusform>The same for this pair</numerusform>
            <numerusform>The same for all %Ln pairs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message numerus="yes">
        <source>%Ln cannot be both: say mine or theirs.</source>
        <translation>
            <numerusform>%Ln cannot be both: say mine or theirs.</numerusform>
            <numerusform>%Ln cannot be both: say mine or theirs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided alike.</source>
        <translation>
            <numerusform>%Ln decided alike.</numerusform>
            <numerusform>%Ln decided alike.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speakers</source>
        <translation>
            <numerusform>%Ln speaker</numerusform>
            <numerusform>%Ln speakers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sources</source>
        <translation>
            <numerusform>%Ln source</numerusform>
            <numerusform>%Ln sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln full texts</source>
        <translation>
            <numerusform>%Ln full text</numerusform>
            <numerusform>%Ln full texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ Saved {name}: %Ln quotes.</source>
        <translation>
            <numerusform>✓ Saved {name}: %Ln quote.</numerusform>
            <numerusform>✓ Saved {name}: %Ln quotes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln quotes taken out</source>
        <translation>
            <numerusform>%Ln quote taken out</numerusform>
            <numerusform>%Ln quotes taken out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed back</source>
        <translation>
            <numerusform>%Ln changed back</numerusform>
            <numerusform>%Ln changed back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept, for somebody has worked on them since</source>
        <translation>
            <numerusform>%Ln kept, for somebody has worked on it since</numerusform>
            <numerusform>%Ln kept, for somebody has worked on them since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions are not written into the archive yet.</source>
        <translation>
            <numerusform>%Ln decision is not written into the archive yet.</numerusform>
            <numerusform>%Ln decisions are not written into the archive yet.</numerusform>
        </translation>
    </message>
</context>
</TS>
