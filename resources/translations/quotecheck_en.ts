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
    <name>ArchiveWindow</name>
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
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln quote</numerusform>
            <numerusform>%Ln quotes</numerusform>
        </translation>
    </message>
</context>
</TS>
