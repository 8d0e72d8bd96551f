<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>Once you have found where it was said, put it into the archive:</source>
        <translation>Quand vous aurez trouvé où cela a été dit, mettez-le dans l’archive&#xa0;:</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Quotations</source>
        <translation>Citations</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Décider</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Documents récents</translation>
    </message>
    <message>
        <source>{keys}  or  {other}</source>
        <translation>{keys}  ou  {other}</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Begin with an empty article</source>
        <translation>Commencer avec un article vide</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Nouvelle fenêtre</translation>
    </message>
    <message>
        <source>Open another window, with an article of its own</source>
        <translation>Ouvrir une autre fenêtre, avec son propre article</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Check the text on the clipboard as a new article</source>
        <translation>Vérifier le texte du presse-papiers comme nouvel article</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Open an article, a saved check or a bundle of quotes</source>
        <translation>Ouvrir un article, une vérification enregistrée ou un lot de citations</translation>
    </message>
    <message>
        <source>Sample article</source>
        <translation>Article d’exemple</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save the check with all decisions</source>
        <translation>Enregistrer la vérification avec toutes les décisions</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archive…</translation>
    </message>
    <message>
        <source>Browse the archive, choose another, or import quotes into it</source>
        <translation>Parcourir l’archive, en choisir une autre, ou y importer des citations</translation>
    </message>
    <message>
        <source>Browse the archive</source>
        <translation>Parcourir l’archive</translation>
    </message>
    <message>
        <source>Search and correct the archive in a window of its own</source>
        <translation>Interroger et corriger l’archive dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Exporter en PDF</translation>
    </message>
    <message>
        <source>Write the annotated PDF</source>
        <translation>Produire le PDF annoté</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fermer la fenêtre</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Next quotation</source>
        <translation>Citation suivante</translation>
    </message>
    <message>
        <source>Previous quotation</source>
        <translation>Citation précédente</translation>
    </message>
    <message>
        <source>Next to decide</source>
        <translation>Prochaine à trancher</translation>
    </message>
    <message>
        <source>Go to the next quotation that wants a decision</source>
        <translation>Aller à la prochaine citation à trancher</translation>
    </message>
    <message>
        <source>Find a quotation</source>
        <translation>Chercher une citation</translation>
    </message>
    <message>
        <source>Copy correction</source>
        <translation>Copier le rectificatif</translation>
    </message>
    <message>
        <source>Copy what the archived statement reads, with its source</source>
        <translation>Copier le texte de la déclaration archivée, avec sa source</translation>
    </message>
    <message>
        <source>Set the article’s date…</source>
        <translation>Dater l’article…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
    <message>
        <source>Say that what is shown is right, verdict and match, and go on to the next one</source>
        <translation>Valider ce qui est affiché, verdict et correspondance, et passer à la suivante</translation>
    </message>
    <message>
        <source>Other match…</source>
        <translation>Autre correspondance…</translation>
    </message>
    <message>
        <source>Choose which archived statement this is, or none</source>
        <translation>Choisir la déclaration archivée dont il s’agit, ou aucune</translation>
    </message>
    <message>
        <source>Speaker…</source>
        <translation>Locuteur…</translation>
    </message>
    <message>
        <source>Correct who said it</source>
        <translation>Corriger le locuteur</translation>
    </message>
    <message>
        <source>Speaker: candidate {number}</source>
        <translation>Locuteur&#xa0;: proposition {number}</translation>
    </message>
    <message>
        <source>Answer who said it, where that is asked</source>
        <translation>Répondre à la question «&#xa0;qui l’a dit&#x202f;?&#xa0;» quand elle est posée</translation>
    </message>
    <message>
        <source>Date…</source>
        <translation>Date…</translation>
    </message>
    <message>
        <source>Correct when it was said</source>
        <translation>Corriger la date des propos</translation>
    </message>
    <message>
        <source>Verdict…</source>
        <translation>Verdict…</translation>
    </message>
    <message>
        <source>Override the verdict</source>
        <translation>Remplacer le verdict</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Write a note on it</source>
        <translation>Rédiger une note</translation>
    </message>
    <message>
        <source>Add to archive…</source>
        <translation>Ajouter à l’archive…</translation>
    </message>
    <message>
        <source>Put this statement into the archive, with its source</source>
        <translation>Verser cette déclaration à l’archive, avec sa source</translation>
    </message>
    <message>
        <source>Make it a quotation</source>
        <translation>En faire une citation</translation>
    </message>
    <message>
        <source>Make the words that are selected in the article a quotation, or correct its extent</source>
        <translation>Faire des mots sélectionnés dans l’article une citation, ou en corriger l’étendue</translation>
    </message>
    <message>
        <source>Begin a word earlier</source>
        <translation>Commencer un mot plus tôt</translation>
    </message>
    <message>
        <source>Begin a word later</source>
        <translation>Commencer un mot plus tard</translation>
    </message>
    <message>
        <source>End a word earlier</source>
        <translation>Finir un mot plus tôt</translation>
    </message>
    <message>
        <source>End a word later</source>
        <translation>Finir un mot plus tard</translation>
    </message>
    <message>
        <source>This is no quotation</source>
        <translation>Ce n’est pas une citation</translation>
    </message>
    <message>
        <source>Take the selected quotation out of the list</source>
        <translation>Retirer de la liste la citation sélectionnée</translation>
    </message>
    <message>
        <source>All decisions…</source>
        <translation>Toutes les décisions…</translation>
    </message>
    <message>
        <source>See everything that was decided on this article, and withdraw what is wrong</source>
        <translation>Voir tout ce qui a été décidé sur cet article, et retirer ce qui est faux</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Annuler la dernière décision</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Palette de commandes…</translation>
    </message>
    <message>
        <source>Find anything that can be done or gone to</source>
        <translation>Trouver tout ce qu’on peut faire ou atteindre</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>Légende des couleurs</translation>
    </message>
    <message>
        <source>Texts side by side</source>
        <translation>Textes côte à côte</translation>
    </message>
    <message>
        <source>Show the printed and the archived words beside each other</source>
        <translation>Afficher côte à côte le texte publié et le texte archivé</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Taille de texte habituelle</translation>
    </message>
    <message>
        <source>Light or dark as the system</source>
        <translation>Clair ou sombre, comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
</context>
<context>
    <name>ArchiveBar</name>
    <message>
        <source>Search the archive  (Ctrl+F)</source>
        <translation>Chercher dans l’archive  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search the archive</source>
        <translation>Chercher dans l’archive</translation>
    </message>
    <message>
        <source>Words of the quote, its speaker or its source; “words” in quotes stand together</source>
        <translation>Mots de la citation, du locuteur ou de la source&#xa0;; entre guillemets, les «&#xa0;mots&#xa0;» doivent se suivre</translation>
    </message>
    <message>
        <source>Latest added</source>
        <translation>Ajouts récents d’abord</translation>
    </message>
    <message>
        <source>First added</source>
        <translation>Ajouts anciens d’abord</translation>
    </message>
    <message>
        <source>Latest said</source>
        <translation>Propos récents d’abord</translation>
    </message>
    <message>
        <source>First said</source>
        <translation>Propos anciens d’abord</translation>
    </message>
    <message>
        <source>Speaker, A to Z</source>
        <translation>Locuteur, de A à Z</translation>
    </message>
    <message>
        <source>Speaker, Z to A</source>
        <translation>Locuteur, de Z à A</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
</context>
<context>
    <name>ArchiveChooser</name>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>No archive</source>
        <translation>Aucune archive</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln citation</numerusform>
            <numerusform>%Ln citations</numerusform>
        </translation>
    </message>
    <message>
        <source>Quotations are found, but not checked.</source>
        <translation>Les citations sont repérées, mais pas vérifiées.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>search, correct and share its quotes</source>
        <translation>chercher, corriger et partager ses citations</translation>
    </message>
    <message>
        <source>Import quotes…</source>
        <translation>Importer des citations…</translation>
    </message>
    <message>
        <source>from a CSV, Excel or JSON file</source>
        <translation>depuis un fichier CSV, Excel ou JSON</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Ouvrir une autre…</translation>
    </message>
    <message>
        <source>an archive file</source>
        <translation>un fichier d’archive</translation>
    </message>
    <message>
        <source>New archive…</source>
        <translation>Nouvelle archive…</translation>
    </message>
    <message>
        <source>empty, in a file of its own</source>
        <translation>vide, dans son propre fichier</translation>
    </message>
    <message>
        <source>Use my own</source>
        <translation>Prendre la mienne</translation>
    </message>
    <message>
        <source>the archive that came with the starter quotes</source>
        <translation>l’archive livrée avec les premières citations</translation>
    </message>
    <message>
        <source>Use none</source>
        <translation>Sans archive</translation>
    </message>
    <message>
        <source>only find speakers and dates</source>
        <translation>repérer seulement les locuteurs et les dates</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Open an archive</source>
        <translation>Ouvrir une archive</translation>
    </message>
    <message>
        <source>Archives (*.db *.sqlite *.sqlite3);;All files (*)</source>
        <translation>Archives (*.db *.sqlite *.sqlite3);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Make an archive</source>
        <translation>Créer une archive</translation>
    </message>
    <message>
        <source>Archives (*.db)</source>
        <translation>Archives (*.db)</translation>
    </message>
    <message>
        <source>Quotes (*.csv *.tsv *.xlsx *.json *.jsonl *.gz);;All files (*)</source>
        <translation>Citations (*.csv *.tsv *.xlsx *.json *.jsonl *.gz);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import quotes</source>
        <translation>Importer des citations</translation>
    </message>
</context>
<context>
    <name>ArchiveDelegate</name>
    <message>
        <source>Speaker unknown</source>
        <translation>Locuteur inconnu</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
</context>
<context>
    <name>ArchiveDetail</name>
    <message>
        <source>What is known of the quote</source>
        <translation>Ce qu’on sait de la citation</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>No quote selected</source>
        <translation>Aucune citation sélectionnée</translation>
    </message>
    <message>
        <source>Select a quote to see where it is from and to correct it.</source>
        <translation>Sélectionnez une citation pour voir d’où elle vient et la corriger.</translation>
    </message>
    <message>
        <source>Add a quote</source>
        <translation>Ajouter une citation</translation>
    </message>
    <message>
        <source>Adding the quote</source>
        <translation>Ajout de la citation</translation>
    </message>
    <message>
        <source>Correcting the quote</source>
        <translation>Correction de la citation</translation>
    </message>
    <message>
        <source>Withdrawing the quote</source>
        <translation>Retrait de la citation</translation>
    </message>
    <message>
        <source>Correcting the speaker</source>
        <translation>Correction du locuteur</translation>
    </message>
    <message>
        <source>Correcting the source</source>
        <translation>Correction de la source</translation>
    </message>
    <message>
        <source>Merging the speakers</source>
        <translation>Fusion des locuteurs</translation>
    </message>
</context>
<context>
    <name>ArchiveDialog</name>
    <message>
        <source>Add to archive</source>
        <translation>Ajouter à l’archive</translation>
    </message>
    <message>
        <source>I have compared the words with the source</source>
        <translation>J’ai comparé le texte avec la source</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Date des propos</translation>
    </message>
    <message>
        <source>Source’s title</source>
        <translation>Titre de la source</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Circonstance</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>ArchiveDoing</name>
    <message>
        <source>Opening the archive…</source>
        <translation>Ouverture de l’archive…</translation>
    </message>
    <message>
        <source>Joining two records</source>
        <translation>Réunion de deux fiches</translation>
    </message>
    <message>
        <source>The source’s text</source>
        <translation>Texte de la source</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <source>Quotes (*.csv *.tsv *.xlsx *.json *.jsonl *.txt *.gz);;All files (*)</source>
        <translation>Citations (*.csv *.tsv *.xlsx *.json *.jsonl *.txt *.gz);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Import quotes</source>
        <translation>Importer des citations</translation>
    </message>
    <message>
        <source>Back up the archive</source>
        <translation>Sauvegarder l’archive</translation>
    </message>
    <message>
        <source>Archives (*.db)</source>
        <translation>Archives (*.db)</translation>
    </message>
    <message>
        <source>{what} {done} MB</source>
        <translation>{what} {done}&#xa0;Mo</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>Sauvegarde…</translation>
    </message>
    <message>
        <source>The backup {name} is written and checked.</source>
        <translation>La sauvegarde {name} est faite et contrôlée.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurer une sauvegarde</translation>
    </message>
    <message>
        <source>Archives (*.db *.sqlite *.sqlite3);;All files (*)</source>
        <translation>Archives (*.db *.sqlite *.sqlite3);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Restauration…</translation>
    </message>
    <message>
        <source>The backup is in place; what was there before is kept as {name}.</source>
        <translation>La sauvegarde est en place&#xa0;; ce qui s’y trouvait avant est conservé sous le nom {name}.</translation>
    </message>
</context>
<context>
    <name>ArchiveForm</name>
    <message>
        <source>kept in the history</source>
        <translation>conservé dans l’historique</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motif</translation>
    </message>
</context>
<context>
    <name>ArchiveListing</name>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln citation</numerusform>
            <numerusform>%Ln citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln+ quotes, counting…</source>
        <translation>
            <numerusform>plus de&#xa0;%Ln citation, décompte…</numerusform>
            <numerusform>plus de&#xa0;%Ln citations, décompte…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArchiveModel</name>
    <message>
        <source>{words}. {speaker}, {said}, {status}.</source>
        <translation>{words}. {speaker}, {said}, {status}.</translation>
    </message>
    <message>
        <source>speaker unknown</source>
        <translation>locuteur inconnu</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
</context>
<context>
    <name>ArchiveSharing</name>
    <message>
        <source>Share the selected quotes…</source>
        <translation>Partager les citations choisies…</translation>
    </message>
    <message>
        <source>Share what is listed…</source>
        <translation>Partager les citations affichées…</translation>
    </message>
    <message>
        <source>Share the whole archive…</source>
        <translation>Partager toute l’archive…</translation>
    </message>
    <message>
        <source>Export as a table, workbook or JSON…</source>
        <translation>Exporter en tableau, classeur ou JSON…</translation>
    </message>
    <message>
        <source>Publish for readers…</source>
        <translation>Publier pour les lecteurs…</translation>
    </message>
    <message>
        <source>Open a bundle…</source>
        <translation>Ouvrir un lot…</translation>
    </message>
    <message>
        <source>Conflicts to decide…</source>
        <translation>Conflits à trancher…</translation>
    </message>
    <message>
        <source>Imports…</source>
        <translation>Importations…</translation>
    </message>
    <message>
        <source>Signers…</source>
        <translation>Signataires…</translation>
    </message>
    <message>
        <source>What is listed ({count})</source>
        <translation>Les citations affichées ({count})</translation>
    </message>
    <message>
        <source>The whole archive</source>
        <translation>Toute l’archive</translation>
    </message>
    <message>
        <source>The selected quotes ({count})</source>
        <translation>Les citations choisies ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to decide</source>
        <translation>
            <numerusform>%Ln à trancher</numerusform>
            <numerusform>%Ln à trancher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conflicts and pairs to decide</source>
        <translation>
            <numerusform>%Ln conflit ou rapprochement à trancher</numerusform>
            <numerusform>%Ln conflits ou rapprochements à trancher</numerusform>
        </translation>
    </message>
    <message>
        <source>What imports have left open (Ctrl+Shift+C)</source>
        <translation>Ce que les importations ont laissé en suspens (Ctrl+Shift+C)</translation>
    </message>
</context>
<context>
    <name>ArchiveShelf</name>
    <message>
        <source>Changes go to</source>
        <translation>Modifications dans</translation>
    </message>
    <message>
        <source>Search also in</source>
        <translation>Chercher aussi dans</translation>
    </message>
    <message>
        <source>Another archive…</source>
        <translation>Autre archive…</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sauvegarder…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Restaurer une sauvegarde…</translation>
    </message>
    <message>
        <source>Archives (*.db *.sqlite *.sqlite3);;All files (*)</source>
        <translation>Archives (*.db *.sqlite *.sqlite3);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Search in another archive</source>
        <translation>Chercher dans une autre archive</translation>
    </message>
</context>
<context>
    <name>ArchiveTable</name>
    <message>
        <source>Archived quotes</source>
        <translation>Citations archivées</translation>
    </message>
    <message>
        <source>No quote matches</source>
        <translation>Aucune citation ne correspond</translation>
    </message>
    <message>
        <source>Search for fewer words, or take a filter away.</source>
        <translation>Cherchez moins de mots, ou retirez un filtre.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>This archive is empty</source>
        <translation>Cette archive est vide</translation>
    </message>
    <message>
        <source>Import quotes from a file, or add one by hand.</source>
        <translation>Importez des citations depuis un fichier, ou ajoutez-en une à la main.</translation>
    </message>
</context>
<context>
    <name>ArchiveWindow</name>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Add a quote</source>
        <translation>Ajouter une citation</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Import quotes from a file</source>
        <translation>Importer des citations depuis un fichier</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Look for duplicates among the quotes that are listed</source>
        <translation>Chercher des doublons parmi les citations affichées</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Give quotes to others, take theirs in, and what comes of it</source>
        <translation>Donner des citations, en recevoir, et ce qui s’ensuit</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Which archives are searched and changed; backups</source>
        <translation>Archives interrogées et modifiées&#xa0;; sauvegardes</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Clear the search and all filters</source>
        <translation>Effacer la recherche et tous les filtres</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>{name} – Archive – QuoteCheck</source>
        <translation>{name} – Archive – QuoteCheck</translation>
    </message>
    <message numerus="yes">
        <source>{name} and %Ln more</source>
        <translation>
            <numerusform>{name} et&#xa0;%Ln autre</numerusform>
            <numerusform>{name} et&#xa0;%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have typed is not saved.</source>
        <translation>Votre saisie n’est pas enregistrée.</translation>
    </message>
</context>
<context>
    <name>ArticleHeader</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Title of the article; empty: as in the text</source>
        <translation>Titre de l’article&#xa0;; vide&#xa0;: comme dans le texte</translation>
    </message>
    <message>
        <source>Date of the article</source>
        <translation>Date de l’article</translation>
    </message>
    <message>
        <source>14 Dec 2021, or last Tuesday; empty: let the text tell</source>
        <translation>14 déc. 2021, ou hier&#xa0;; vide&#xa0;: d’après le texte</translation>
    </message>
    <message numerus="yes">
        <source>▲ %Ln unpaired marks</source>
        <translation>
            <numerusform>▲&#xa0;%Ln guillemet isolé</numerusform>
            <numerusform>▲&#xa0;%Ln guillemets isolés</numerusform>
        </translation>
    </message>
    <message>
        <source>Untitled article</source>
        <translation>Article sans titre</translation>
    </message>
    <message>
        <source>Set the date</source>
        <translation>Indiquer la date</translation>
    </message>
    <message>
        <source>being worked out…</source>
        <translation>recherche en cours…</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connue</translation>
    </message>
    <message>
        <source>less</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>more</source>
        <translation>suite</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Which article shall be checked?</source>
        <translation>Quel article vérifier&#x202f;?</translation>
    </message>
    <message>
        <source>Paste it (Ctrl+V), drop a text or a file here, or just write.</source>
        <translation>Collez-le (Ctrl+V), déposez ici un texte ou un fichier, ou écrivez tout simplement.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Ouvrir un fichier…</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>This text is too long to show here; check it with “quotecheck check FILE”.</source>
        <translation>Ce texte est trop long pour être affiché ici&#xa0;; vérifiez-le avec «&#xa0;quotecheck check FICHIER&#xa0;».</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy what helps to find out why; it is sent nowhere</source>
        <translation>Copier de quoi comprendre la cause&#xa0;; rien n’est envoyé</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Masquer ce message</translation>
    </message>
</context>
<context>
    <name>BundleDialog</name>
    <message>
        <source>Open a bundle</source>
        <translation>Ouvrir un lot</translation>
    </message>
    <message>
        <source>What you do not decide</source>
        <translation>Ce que vous ne tranchez pas</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Annuler cette importation</translation>
    </message>
    <message>
        <source>Decide what is open…</source>
        <translation>Trancher ce qui reste…</translation>
    </message>
    <message>
        <source>Checking the bundle…</source>
        <translation>Contrôle du lot…</translation>
    </message>
    <message>
        <source>What becomes of conflicts that you do not decide</source>
        <translation>Ce que deviennent les conflits que vous ne tranchez pas</translation>
    </message>
    <message>
        <source>stays open</source>
        <translation>reste en suspens</translation>
    </message>
    <message>
        <source>mine stands</source>
        <translation>ma version l’emporte</translation>
    </message>
    <message>
        <source>theirs stands</source>
        <translation>la leur l’emporte</translation>
    </message>
    <message>
        <source>both stand, where they can</source>
        <translation>les deux, si c’est possible</translation>
    </message>
    <message>
        <source>Write it into the archive, all at once (Ctrl+Enter)</source>
        <translation>Tout inscrire d’un coup dans l’archive (Ctrl+Entrée)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln citation</numerusform>
            <numerusform>%Ln citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speakers</source>
        <translation>
            <numerusform>%Ln locuteur</numerusform>
            <numerusform>%Ln locuteurs</numerusform>
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
            <numerusform>%Ln texte intégral</numerusform>
            <numerusform>%Ln textes intégraux</numerusform>
        </translation>
    </message>
    <message>
        <source>said in {years}</source>
        <translation>propos de {years}</translation>
    </message>
    <message>
        <source>latest change {day}</source>
        <translation>dernier changement {day}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more like this</source>
        <translation>
            <numerusform>et&#xa0;%Ln autre</numerusform>
            <numerusform>et&#xa0;%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Noting whom you trust…</source>
        <translation>Enregistrement de votre confiance…</translation>
    </message>
    <message>
        <source>Comparing it with your archive…</source>
        <translation>Comparaison avec votre archive…</translation>
    </message>
    <message>
        <source>All of it is in your archive already: there is nothing to merge.</source>
        <translation>Tout est déjà dans votre archive&#xa0;: il n’y a rien à fusionner.</translation>
    </message>
    <message>
        <source>Nothing is written before you merge.</source>
        <translation>Rien n’est inscrit avant la fusion.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Fusion…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln mise à jour</numerusform>
            <numerusform>%Ln mises à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identical</source>
        <translation>
            <numerusform>%Ln identique</numerusform>
            <numerusform>%Ln identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Merged: {counts}.</source>
        <translation>✓ Fusionné&#xa0;: {counts}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln still want a decision.</source>
        <translation>
            <numerusform>%Ln décision reste à prendre.</numerusform>
            <numerusform>%Ln décisions restent à prendre.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Annulation de l’importation…</translation>
    </message>
</context>
<context>
    <name>CandidateList</name>
    <message>
        <source>Other candidates</source>
        <translation>Autres correspondances possibles</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Back to the match found</source>
        <translation>Retour à la correspondance trouvée</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>What has changed since</source>
        <translation>Ce qui a changé depuis</translation>
    </message>
    <message>
        <source>Choose a line to go to its quotation.</source>
        <translation>Choisissez une ligne pour aller à sa citation.</translation>
    </message>
    <message>
        <source>not found then</source>
        <translation>pas repérée alors</translation>
    </message>
    <message>
        <source>no quotation any more</source>
        <translation>plus une citation</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Palette de commandes</translation>
    </message>
    <message>
        <source>What do you want to do or go to?</source>
        <translation>Que voulez-vous faire, ou voir&#x202f;?</translation>
    </message>
    <message>
        <source>Do something, or find a quotation or an archived statement</source>
        <translation>Lancer une commande, trouver une citation ou une déclaration archivée</translation>
    </message>
    <message>
        <source>Nothing fits: type other words, or fewer.</source>
        <translation>Rien ne correspond&#xa0;: tapez d’autres mots, ou moins de mots.</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Propositions</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>This text is too long to show here; check it with “quotecheck check FILE”.</source>
        <translation>Ce texte est trop long pour être affiché ici&#xa0;; vérifiez-le avec «&#xa0;quotecheck check FICHIER&#xa0;».</translation>
    </message>
    <message>
        <source>There is no text on the clipboard; copy the article first.</source>
        <translation>Le presse-papiers ne contient pas de texte&#xa0;; copiez d’abord l’article.</translation>
    </message>
    <message>
        <source>Open an article, a saved check or a bundle of quotes</source>
        <translation>Ouvrir un article, une vérification enregistrée ou un lot de citations</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>Ouverture de {name}…</translation>
    </message>
    <message>
        <source>Bringing it back…</source>
        <translation>Récupération…</translation>
    </message>
    <message>
        <source>The file holds several articles; this is the first. “quotecheck check” does them all.</source>
        <translation>Le fichier contient plusieurs articles&#xa0;; voici le premier. «&#xa0;quotecheck check&#xa0;» les traite tous.</translation>
    </message>
    <message>
        <source>The article that was here before was put away.</source>
        <translation>L’article précédent a été mis de côté.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Very long lines were broken to be shown: {count}.</source>
        <translation>Lignes très longues coupées pour l’affichage&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>This is a sample article, checked against the few quotes that your own archive begins with. Click on a quotation to see what was found.</source>
        <translation>Voici un article d’exemple, vérifié d’après les quelques citations par lesquelles commence votre propre archive. Cliquez sur une citation pour voir ce qui a été trouvé.</translation>
    </message>
    <message>
        <source>Paste an article of your own with Ctrl+Shift+V, or drop a file on the window.</source>
        <translation>Collez votre propre article avec Ctrl+Maj+V, ou déposez un fichier sur la fenêtre.</translation>
    </message>
    <message>
        <source>Ctrl+Enter confirms what is shown and goes on, in the list Enter alone; F1 lists all keys, Ctrl+K finds everything.</source>
        <translation>Ctrl+Entrée confirme ce qui est affiché et passe à la suite, Entrée seule dans la liste&#xa0;; F1 donne tous les raccourcis, Ctrl+K trouve tout.</translation>
    </message>
    <message>
        <source>Next hint</source>
        <translation>Conseil suivant</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message>
        <source>Hint {number} of {all}:</source>
        <translation>Conseil {number} sur {all}&#xa0;:</translation>
    </message>
    <message>
        <source>Reading the date…</source>
        <translation>Lecture de la date…</translation>
    </message>
    <message>
        <source>Checked article</source>
        <translation>Article vérifié</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Exporter en PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the PDF…</source>
        <translation>Rédaction du PDF…</translation>
    </message>
    <message>
        <source>The annotated PDF is at {path}.</source>
        <translation>Le PDF annoté est ici&#xa0;: {path}.</translation>
    </message>
    <message>
        <source>No font here can show these characters, so □ stands in their place: {characters}</source>
        <translation>Aucune police ne permet d’afficher ces caractères, remplacés par □&#xa0;: {characters}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>The correction is on the clipboard.</source>
        <translation>Le rectificatif est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Choose an archive…</source>
        <translation>Choisir une archive…</translation>
    </message>
    <message>
        <source>Making the archive…</source>
        <translation>Création de l’archive…</translation>
    </message>
    <message>
        <source>Edited since the last check; F5 checks again</source>
        <translation>Texte modifié depuis la dernière vérification&#xa0;; F5 pour vérifier à nouveau</translation>
    </message>
</context>
<context>
    <name>ConflictsDialog</name>
    <message>
        <source>Conflicts to decide</source>
        <translation>Conflits à trancher</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Write what you have decided into the archive (Ctrl+Enter)</source>
        <translation>Inscrire vos décisions dans l’archive (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Looking for what is open…</source>
        <translation>Recherche de ce qui reste en suspens…</translation>
    </message>
    <message>
        <source>Applying your decisions…</source>
        <translation>Application de vos décisions…</translation>
    </message>
</context>
<context>
    <name>DateDialog</name>
    <message>
        <source>Set date</source>
        <translation>Indiquer la date</translation>
    </message>
    <message>
        <source>When it was said</source>
        <translation>Date des propos</translation>
    </message>
    <message>
        <source>last Tuesday, 14 Dec 2021, Dec 2021, 2019</source>
        <translation>hier, 14 déc. 2021, déc. 2021, 2019</translation>
    </message>
    <message>
        <source>The article does not say when</source>
        <translation>L’article ne dit pas quand</translation>
    </message>
</context>
<context>
    <name>DayField</name>
    <message>
        <source>14 Dec 2021, Dec 2021, 2019</source>
        <translation>14 déc. 2021, déc. 2021, 2019</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Withdrawn: {what}</source>
        <translation>Décision retirée&#xa0;: {what}</translation>
    </message>
    <message>
        <source>{number}: {what}</source>
        <translation>nº&#xa0;{number} – {what}</translation>
    </message>
    <message>
        <source>{number}: {what}. Now at {next}.</source>
        <translation>{number}&#xa0;: {what}. Maintenant à la {next}.</translation>
    </message>
    <message>
        <source>Every quotation that wants a decision has one.</source>
        <translation>Toutes les citations à trancher l’ont été.</translation>
    </message>
    <message>
        <source>Counted from the article’s date, {days}.</source>
        <translation>Compté à partir de la date de l’article, {days}.</translation>
    </message>
    <message>
        <source>Counted from today.</source>
        <translation>Compté à partir d’aujourd’hui.</translation>
    </message>
    <message>
        <source>Adding to the archive</source>
        <translation>Ajout à l’archive</translation>
    </message>
    <message>
        <source>The statement is in the archive.</source>
        <translation>La déclaration est dans l’archive.</translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>Choose this match</source>
        <translation>Retenir celle-ci</translation>
    </message>
    <message>
        <source>Confirm “{verdict}”</source>
        <translation>Confirmer «&#xa0;{verdict}&#xa0;»</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Ce qui a été décidé</translation>
    </message>
    <message>
        <source>The selected quotation</source>
        <translation>La citation sélectionnée</translation>
    </message>
    <message>
        <source>No quotation selected</source>
        <translation>Aucune citation sélectionnée</translation>
    </message>
    <message>
        <source>Click on one in the article or in the list, or step through them with Alt+Down.</source>
        <translation>Cliquez sur une citation dans l’article ou dans la liste, ou parcourez-les avec Alt+Bas.</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>Vérification en cours…</translation>
    </message>
    <message>
        <source>Not checked against an archive.</source>
        <translation>Non vérifiée, faute d’archive.</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>retirer</translation>
    </message>
    <message>
        <source>The words or the finding have changed since this was decided.</source>
        <translation>Le texte ou le résultat a changé depuis cette décision.</translation>
    </message>
    <message>
        <source>or {names}</source>
        <translation>ou {names}</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Save the changes to “{name}”?</source>
        <translation>Enregistrer les modifications de «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Save the changes to this check?</source>
        <translation>Enregistrer les modifications de cette vérification&#x202f;?</translation>
    </message>
    <message>
        <source>Without saving, what was changed and decided since is lost.</source>
        <translation>Sans enregistrement, les changements et les décisions intervenus depuis seront perdus.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Save the check</source>
        <translation>Enregistrer la vérification</translation>
    </message>
    <message>
        <source>Checks (*.qcheck)</source>
        <translation>Vérifications (*.qcheck)</translation>
    </message>
    <message>
        <source>“{title}” ({when}) was not saved before QuoteCheck ended.</source>
        <translation>«&#xa0;{title}&#xa0;» ({when}) n’était pas enregistré quand QuoteCheck s’est arrêté.</translation>
    </message>
    <message>
        <source>Work from {when} was not saved before QuoteCheck ended.</source>
        <translation>Un travail du {when} n’était pas enregistré quand QuoteCheck s’est arrêté.</translation>
    </message>
    <message>
        <source>There is more: a new window offers it.</source>
        <translation>Il y en a d’autres&#xa0;: une nouvelle fenêtre les propose.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Findings that have changed since this check was saved: {count}.</source>
        <translation>Résultats qui ont changé depuis l’enregistrement&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>The archive is another one, or has changed.</source>
        <translation>L’archive n’est plus la même, ou elle a changé.</translation>
    </message>
    <message>
        <source>It was made by another version, {program}.</source>
        <translation>La vérification vient d’une autre version, {program}.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien pour l’instant</translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>One record</source>
        <translation>Une fiche</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>L’autre fiche</translation>
    </message>
    <message>
        <source>Keep the upper</source>
        <translation>Garder celle du haut</translation>
    </message>
    <message>
        <source>Keep the lower</source>
        <translation>Garder celle du bas</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Garder les deux</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Pair {at} of {count}: is this one statement?</source>
        <translation>Paire {at} sur {count}&#xa0;: est-ce une seule et même déclaration&#x202f;?</translation>
    </message>
    <message>
        <source>Looking for quotes that are in the archive twice…</source>
        <translation>Recherche des citations présentes deux fois dans l’archive…</translation>
    </message>
    <message>
        <source>That was the last pair.</source>
        <translation>C’était la dernière paire.</translation>
    </message>
    <message>
        <source>No other record of the same statement is in the archive.</source>
        <translation>L’archive ne contient pas d’autre fiche de cette déclaration.</translation>
    </message>
</context>
<context>
    <name>Extents</name>
    <message>
        <source>Select the words of the quotation in the article first.</source>
        <translation>Sélectionnez d’abord les mots de la citation dans l’article.</translation>
    </message>
    <message>
        <source>These words are part of another quotation: take that one out of the list first.</source>
        <translation>Ces mots font partie d’une autre citation&#xa0;: retirez d’abord celle-ci de la liste.</translation>
    </message>
</context>
<context>
    <name>FacetsPanel</name>
    <message>
        <source>Narrow by name</source>
        <translation>Filtrer par nom</translation>
    </message>
    <message>
        <source>Narrow the tags, speakers and publishers by name</source>
        <translation>Filtrer les étiquettes, les locuteurs et les éditeurs par nom</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtres</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Said in</source>
        <translation>Année des propos</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln de plus…</numerusform>
            <numerusform>%Ln de plus…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{words}, %Ln quotes</source>
        <translation>
            <numerusform>{words},&#xa0;%Ln citation</numerusform>
            <numerusform>{words},&#xa0;%Ln citations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldChoice</name>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La leur</translation>
    </message>
    <message>
        <source>Keep what it says here (M)</source>
        <translation>Garder la version d’ici (M)</translation>
    </message>
    <message>
        <source>Take what the others say (T)</source>
        <translation>Prendre la version des autres (T)</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Keep both, beside each other (B)</source>
        <translation>Garder les deux côte à côte (B)</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Réécrire…</translation>
    </message>
    <message>
        <source>Write what it is to say (E)</source>
        <translation>Écrire une autre version (E)</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Laisser en suspens</translation>
    </message>
    <message>
        <source>Decide it later (0)</source>
        <translation>Trancher plus tard (0)</translation>
    </message>
    <message numerus="yes">
        <source>The same for all %Ln with this field</source>
        <translation>
            <numerusform>De même pour ce champ</numerusform>
            <numerusform>De même pour les&#xa0;%Ln conflits sur ce champ</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Retenir ce texte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Before either changed it: {value}</source>
        <translation>Avant les deux modifications&#xa0;: {value}</translation>
    </message>
    <message>
        <source>What it is to say</source>
        <translation>La version à retenir</translation>
    </message>
    <message>
        <source>Take what is written (Ctrl+Enter)</source>
        <translation>Retenir ce qui est écrit (Ctrl+Entrée)</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>No longer only {words}</source>
        <translation>Ne plus se limiter à {words}</translation>
    </message>
</context>
<context>
    <name>FindingAnything</name>
    <message>
        <source>Archive · {name}</source>
        <translation>Archive · {name}</translation>
    </message>
    <message>
        <source>speaker not named</source>
        <translation>locuteur non nommé</translation>
    </message>
    <message>
        <source>The archived statement is on the clipboard, with its source: {source}</source>
        <translation>La déclaration archivée est dans le presse-papiers, avec sa source&#xa0;: {source}</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnue</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>▲ Decisions without their words: {count}</source>
        <translation>▲ Décisions dont le texte a disparu&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>All decisions</source>
        <translation>Toutes les décisions</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take the chosen decision back; this can be undone</source>
        <translation>Revenir sur la décision choisie&#xa0;; cela peut être annulé</translation>
    </message>
    <message>
        <source>The words that some of these decisions are about are not in the article any more. They are kept, and are in force again as soon as the words come back.</source>
        <translation>Les mots visés par certaines de ces décisions ne figurent plus dans l’article. Elles sont conservées, et vaudront de nouveau dès que les mots reviendront.</translation>
    </message>
    <message>
        <source>Everything that was decided on this article, the latest first.</source>
        <translation>Tout ce qui a été décidé sur cet article, le plus récent d’abord.</translation>
    </message>
    <message>
        <source>Nothing has been decided yet: choose a quotation and confirm or correct it.</source>
        <translation>Rien n’a encore été décidé&#xa0;: choisissez une citation, puis confirmez-la ou corrigez-la.</translation>
    </message>
    <message>
        <source>Its words are gone</source>
        <translation>Son texte a disparu</translation>
    </message>
    <message>
        <source>Withdrawn: {who}</source>
        <translation>Retirée&#xa0;: {who}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Nobody has changed this quote since it came in with an import.</source>
        <translation>Personne n’a modifié cette citation depuis son importation.</translation>
    </message>
    <message>
        <source>Quote added</source>
        <translation>Citation ajoutée</translation>
    </message>
    <message>
        <source>Quote changed</source>
        <translation>Citation modifiée</translation>
    </message>
    <message>
        <source>Compared with the source</source>
        <translation>Comparée avec la source</translation>
    </message>
    <message>
        <source>Quote taken out</source>
        <translation>Citation retirée</translation>
    </message>
    <message>
        <source>Speaker added</source>
        <translation>Locuteur ajouté</translation>
    </message>
    <message>
        <source>Speaker changed</source>
        <translation>Locuteur modifié</translation>
    </message>
    <message>
        <source>Speaker taken out</source>
        <translation>Locuteur retiré</translation>
    </message>
    <message>
        <source>Source added</source>
        <translation>Source ajoutée</translation>
    </message>
    <message>
        <source>Source changed</source>
        <translation>Source modifiée</translation>
    </message>
    <message>
        <source>Source taken out</source>
        <translation>Source retirée</translation>
    </message>
    <message>
        <source>{at}, by {by}</source>
        <translation>{at}, par {by}</translation>
    </message>
</context>
<context>
    <name>ImportAssistant</name>
    <message>
        <source>Import quotes</source>
        <translation>Importer des citations</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>Annuler l’importation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The first rows</source>
        <translation>Les premières lignes</translation>
    </message>
    <message>
        <source>Column with: {field}</source>
        <translation>Colonne contenant&#xa0;: {field}</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>There are no rows in this file.</source>
        <translation>Ce fichier ne contient aucune ligne.</translation>
    </message>
    <message>
        <source>Say which column holds the words that were said.</source>
        <translation>Indiquez la colonne qui contient le texte des propos.</translation>
    </message>
    <message>
        <source>One column is chosen for two fields: take it away from one.</source>
        <translation>Une colonne est choisie pour deux champs&#xa0;: retirez-la de l’un d’eux.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the {count} rows cannot be imported and will be left out.</source>
        <translation>
            <numerusform>Sur {count} lignes,&#xa0;%Ln ne peut pas être importée et sera laissée de côté.</numerusform>
            <numerusform>Sur {count} lignes,&#xa0;%Ln ne peuvent pas être importées et seront laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first {count} rows: %Ln of them cannot be imported and will be left out.</source>
        <translation>
            <numerusform>Les {count} premières lignes&#xa0;:&#xa0;%Ln ne peut pas être importée et sera laissée de côté.</numerusform>
            <numerusform>Les {count} premières lignes&#xa0;:&#xa0;%Ln ne peuvent pas être importées et seront laissées de côté.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln rows are fine.</source>
        <translation>
            <numerusform>La première ligne est correcte.</numerusform>
            <numerusform>Les&#xa0;%Ln premières lignes sont correctes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln rows are fine.</source>
        <translation>
            <numerusform>La seule ligne est correcte.</numerusform>
            <numerusform>Les&#xa0;%Ln lignes sont toutes correctes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importation…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln modifiée</numerusform>
            <numerusform>%Ln modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already there</source>
        <translation>
            <numerusform>%Ln déjà présente</numerusform>
            <numerusform>%Ln déjà présentes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refusée</numerusform>
            <numerusform>%Ln refusées</numerusform>
        </translation>
    </message>
    <message>
        <source>line {line}: {why}</source>
        <translation>ligne {line}&#xa0;: {why}</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et&#xa0;%Ln autre</numerusform>
            <numerusform>et&#xa0;%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>{summary}: {problems}</source>
        <translation>{summary}&#xa0;: {problems}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Annulation de l’importation…</translation>
    </message>
    <message numerus="yes">
        <source>Taken back: %Ln quotes are out of the archive again.</source>
        <translation>
            <numerusform>Annulé&#xa0;:&#xa0;%Ln citation a été retirée de l’archive.</numerusform>
            <numerusform>Annulé&#xa0;:&#xa0;%Ln citations ont été retirées de l’archive.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stay, for somebody has changed them since.</source>
        <translation>
            <numerusform>%Ln reste, car quelqu’un l’a modifiée depuis.</numerusform>
            <numerusform>%Ln restent, car quelqu’un les a modifiées depuis.</numerusform>
        </translation>
    </message>
    <message>
        <source>An unexpected error: nothing has been imported.</source>
        <translation>Erreur inattendue&#xa0;: rien n’a été importé.</translation>
    </message>
    <message>
        <source>Stopping: nothing will have been imported…</source>
        <translation>Arrêt en cours&#xa0;: rien n’aura été importé…</translation>
    </message>
    <message>
        <source>Stopped: nothing has been imported.</source>
        <translation>Arrêté&#xa0;: rien n’a été importé.</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Check</source>
        <translation>Contrôle</translation>
    </message>
    <message>
        <source>✓ fine</source>
        <translation>✓ correct</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>Imports</source>
        <translation>Importations</translation>
    </message>
    <message>
        <source>Imports, the latest first</source>
        <translation>Importations, les dernières d’abord</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>Annuler cette importation</translation>
    </message>
    <message>
        <source>Nothing was imported yet</source>
        <translation>Rien n’a encore été importé</translation>
    </message>
    <message>
        <source>Open a bundle that somebody gave you, or import a file of quotes.</source>
        <translation>Ouvrez un lot qu’on vous a donné, ou importez un fichier de citations.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>a file of quotes</source>
        <translation>un fichier de citations</translation>
    </message>
    <message>
        <source>signed by {name}</source>
        <translation>signé par {name}</translation>
    </message>
    <message>
        <source>unsigned</source>
        <translation>non signé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln nouvelle</numerusform>
            <numerusform>%Ln nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln updated</source>
        <translation>
            <numerusform>%Ln mise à jour</numerusform>
            <numerusform>%Ln mises à jour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identical</source>
        <translation>
            <numerusform>%Ln identique</numerusform>
            <numerusform>%Ln identiques</numerusform>
        </translation>
    </message>
    <message>
        <source>undone {moment}</source>
        <translation>annulée&#xa0;: {moment}</translation>
    </message>
    <message>
        <source>It was undone {moment} and cannot be undone again: open the file once more.</source>
        <translation>Annulée ({moment}), elle ne peut plus l’être&#xa0;: rouvrez le fichier pour la refaire.</translation>
    </message>
    <message>
        <source>Undoing keeps what somebody here has worked on since.</source>
        <translation>L’annulation garde ce sur quoi on a travaillé ici depuis.</translation>
    </message>
    <message>
        <source>Undoing the import…</source>
        <translation>Annulation de l’importation…</translation>
    </message>
</context>
<context>
    <name>InlineEdit</name>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>KindChips</name>
    <message>
        <source>All {count}</source>
        <translation>Tout {count}</translation>
    </message>
    <message>
        <source>To decide {count}</source>
        <translation>À trancher {count}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>What the colours mean</source>
        <translation>Légende des couleurs</translation>
    </message>
    <message>
        <source>▲ Cautions</source>
        <translation>▲ Réserves</translation>
    </message>
    <message>
        <source>A caution can stand beside any verdict: {all}.</source>
        <translation>Une réserve peut accompagner tout verdict&#xa0;: {all}.</translation>
    </message>
    <message>
        <source>In the two texts</source>
        <translation>Dans les deux textes</translation>
    </message>
    <message>
        <source>Underlined words were printed and are not in the archive; struck-through words are in the archive and were not printed. Grey differences change nothing.</source>
        <translation>Les mots soulignés ont été publiés et ne sont pas dans l’archive&#xa0;; les mots barrés sont dans l’archive et n’ont pas été publiés. Les différences en gris ne changent rien.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Checking {done} of {total}</source>
        <translation>Vérification {done} sur {total}</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>The check was stopped; what was found so far stays.</source>
        <translation>La vérification a été interrompue&#xa0;; ce qui a déjà été trouvé reste affiché.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Choose match</source>
        <translation>Choisir la correspondance</translation>
    </message>
    <message>
        <source>Search the archive</source>
        <translation>Chercher dans l’archive</translation>
    </message>
    <message>
        <source>Search the archive: words, speaker, source</source>
        <translation>Chercher dans l’archive&#xa0;: mots, locuteur, source</translation>
    </message>
    <message>
        <source>Archived statements</source>
        <translation>Déclarations archivées</translation>
    </message>
    <message>
        <source>None of the archive’s statements</source>
        <translation>Aucune des déclarations de l’archive</translation>
    </message>
    <message>
        <source>The check found nothing like it: search the archive by words, speaker or source.</source>
        <translation>La vérification n’a rien trouvé de semblable&#xa0;: cherchez dans l’archive par mots, auteur ou source.</translation>
    </message>
    <message>
        <source>Nothing in the archive matches: search for other words, or fewer.</source>
        <translation>Rien dans l’archive ne correspond&#xa0;: cherchez d’autres mots, ou moins de mots.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge speakers</source>
        <translation>Fusionner des locuteurs</translation>
    </message>
    <message>
        <source>Find a speaker</source>
        <translation>Chercher un locuteur</translation>
    </message>
    <message>
        <source>Speakers found</source>
        <translation>Locuteurs trouvés</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Fusionner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Who is the same as {name}? Their quotes, names and roles become those of {name}.</source>
        <translation>Qui est la même personne que {name}&#x202f;? Ses citations, ses noms et ses fonctions deviendront ceux de {name}.</translation>
    </message>
    <message>
        <source>Nobody else of that name is in the archive: type another name.</source>
        <translation>Personne d’autre de ce nom n’est dans l’archive&#xa0;: tapez un autre nom.</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Change name</source>
        <translation>Changer de nom</translation>
    </message>
    <message>
        <source>By which name others see you. Your key stays the same.</source>
        <translation>Le nom sous lequel les autres vous voient. Votre clé reste la même.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Service</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Add note</source>
        <translation>Ajouter une note</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What should whoever reads this next know?</source>
        <translation>Que doit savoir la prochaine personne qui lira ceci&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Overflow</name>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>What else can be done</source>
        <translation>Ce que l’on peut faire d’autre</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>All {count}</source>
        <translation>Toutes {count}</translation>
    </message>
    <message>
        <source>To decide {count}</source>
        <translation>À trancher {count}</translation>
    </message>
    <message>
        <source>{verdict}: {meaning}</source>
        <translation>{verdict}&#xa0;: {meaning}</translation>
    </message>
    <message>
        <source>What is not the same words and nobody has decided on</source>
        <translation>Texte différent, et personne n’a encore tranché</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>Whoever has the file and this passphrase can sign as you. At least {count} characters.</source>
        <translation>Qui possède le fichier et cette phrase peut signer à votre place. Au moins {count} caractères.</translation>
    </message>
    <message>
        <source>The passphrase with which the key was exported.</source>
        <translation>La phrase secrète donnée à l’exportation de la clé.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Encore une fois</translation>
    </message>
</context>
<context>
    <name>PicturesPane</name>
    <message>
        <source>No dates yet</source>
        <translation>Pas encore de dates</translation>
    </message>
    <message>
        <source>Neither the article nor the archive dates a quotation.</source>
        <translation>Ni l’article ni l’archive ne datent de citation.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Locuteurs</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>QuoteCheck made a mistake and could not finish this. Your article is untouched and you can go on. If you report it, these details help; they are sent nowhere by themselves.</source>
        <translation>QuoteCheck a commis une erreur et n’a pas pu terminer. Votre article est intact et vous pouvez continuer. Si vous signalez le problème, ces détails seront utiles&#xa0;; ils ne sont envoyés nulle part d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>QuotationDelegate</name>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
</context>
<context>
    <name>QuotationList</name>
    <message>
        <source>Quotations</source>
        <translation>Citations</translation>
    </message>
    <message>
        <source>All decided</source>
        <translation>Tout est tranché</translation>
    </message>
    <message>
        <source>No quotation of this article wants a decision any more.</source>
        <translation>Plus aucune citation de cet article n’attend de décision.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>No quotation matches</source>
        <translation>Aucune citation ne correspond</translation>
    </message>
    <message>
        <source>Search for something else, or show them all.</source>
        <translation>Cherchez autre chose, ou affichez-les toutes.</translation>
    </message>
    <message>
        <source>Looking for quotations…</source>
        <translation>Recherche des citations…</translation>
    </message>
    <message>
        <source>No quotation in this text</source>
        <translation>Aucune citation dans ce texte</translation>
    </message>
    <message>
        <source>Nothing that somebody says stands in quotation marks here. Words that you select in the article can be made a quotation by hand (Alt+Q).</source>
        <translation>Rien de ce que dit quelqu’un n’est ici entre guillemets. Les mots que vous sélectionnez dans l’article peuvent devenir une citation à la main (Alt+Q).</translation>
    </message>
    <message>
        <source>No quotations yet</source>
        <translation>Pas encore de citations</translation>
    </message>
    <message>
        <source>Whatever stands in quotation marks in the article is listed here.</source>
        <translation>Tout ce qui est entre guillemets dans l’article apparaît ici.</translation>
    </message>
</context>
<context>
    <name>QuotationModel</name>
    <message>
        <source>Quotation {number}, {verdict}: {words}. {speaker}, {said}.</source>
        <translation>Citation {number}, {verdict}&#xa0;: {words}. {speaker}, {said}.</translation>
    </message>
    <message>
        <source>Decided.</source>
        <translation>Tranchée.</translation>
    </message>
    <message>
        <source>Changed since it was decided.</source>
        <translation>Modifiée depuis la décision.</translation>
    </message>
</context>
<context>
    <name>QuoteForm</name>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Date des propos</translation>
    </message>
    <message>
        <source>budget, for Monday</source>
        <translation>budget, pour lundi</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Mark the quote as retracted; say why above</source>
        <translation>Marquer la citation comme rétractée&#xa0;; indiquez le motif ci-dessus</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Doublons</translation>
    </message>
    <message>
        <source>Look for other records of this statement</source>
        <translation>Chercher d’autres fiches de cette déclaration</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Circonstance</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>A new quote: say what was said, and by whom.</source>
        <translation>Nouvelle citation&#xa0;: indiquez ce qui a été dit, et par qui.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>verified by {who}, {when}</source>
        <translation>vérifiée par {who}, {when}</translation>
    </message>
    <message>
        <source>id {id}</source>
        <translation>id. {id}</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>ReviewDetail</name>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Aucune sélection</translation>
    </message>
    <message>
        <source>Choose a row to see what would change.</source>
        <translation>Choisissez une ligne pour voir ce qui changerait.</translation>
    </message>
    <message>
        <source>Changed here and there, without knowing of each other.</source>
        <translation>Modifiée ici et là-bas, sans que l’un sache ce que faisait l’autre.</translation>
    </message>
    <message>
        <source>Under two names or links, perhaps one: nothing is joined unless you say so.</source>
        <translation>Deux noms ou liens, peut-être un seul&#xa0;: rien n’est réuni sans votre accord.</translation>
    </message>
    <message>
        <source>The others take it back; here it still stands.</source>
        <translation>Les autres la retirent&#xa0;; ici, elle tient toujours.</translation>
    </message>
    <message>
        <source>Changed only by the others.</source>
        <translation>Modifiée par les autres seulement.</translation>
    </message>
    <message>
        <source>Not in this archive yet.</source>
        <translation>Pas encore dans cette archive.</translation>
    </message>
    <message>
        <source>The same as here: nothing changes.</source>
        <translation>La même qu’ici&#xa0;: rien ne change.</translation>
    </message>
    <message>
        <source>Newly vouched for by {name}.</source>
        <translation>Nouvelle garantie&#xa0;: {name}.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>ici</translation>
    </message>
    <message>
        <source>there</source>
        <translation>là-bas</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Ce qu’elle indique</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>From the others</source>
        <translation>Chez les autres</translation>
    </message>
    <message>
        <source>Join them</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>They are one; the one here is kept (Y)</source>
        <translation>C’est le même&#xa0;; celui d’ici est gardé (Y)</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>They are two: never ask again (N)</source>
        <translation>Ce sont deux&#xa0;: ne plus demander (N)</translation>
    </message>
    <message>
        <source>Leave open</source>
        <translation>Laisser en suspens</translation>
    </message>
    <message>
        <source>Decide it later (0)</source>
        <translation>Trancher plus tard (0)</translation>
    </message>
    <message numerus="yes">
        <source>The same for all %Ln pairs</source>
        <translation>
            <numerusform>De même pour cette paire</numerusform>
            <numerusform>De même pour les&#xa0;%Ln paires</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Join</source>
        <translation>Réunir</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Séparer</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Tranché</translation>
    </message>
    <message>
        <source>verified by {name}</source>
        <translation>vérifiée par {name}</translation>
    </message>
</context>
<context>
    <name>ReviewPane</name>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>Search the rows</source>
        <translation>Chercher dans les lignes</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Ce qui changerait</translation>
    </message>
    <message>
        <source>M mine · T theirs · B both · E edit · 0 open</source>
        <translation>M la mienne · T la leur · B les deux · E réécrire · 0 en suspens</translation>
    </message>
    <message>
        <source>Y join · N keep apart</source>
        <translation>Y réunir · N séparer</translation>
    </message>
    <message>
        <source>U next to decide</source>
        <translation>U suivante à trancher</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Rien n’est en suspens</translation>
    </message>
    <message>
        <source>Everything that was imported is decided.</source>
        <translation>Tout ce qui a été importé est tranché.</translation>
    </message>
    <message>
        <source>Everything is decided</source>
        <translation>Tout est tranché</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>No row matches</source>
        <translation>Aucune ligne ne correspond</translation>
    </message>
    <message>
        <source>Search for fewer words.</source>
        <translation>Cherchez moins de mots.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cannot be both: say mine or theirs.</source>
        <translation>
            <numerusform>%Ln conflit n’admet pas les deux&#xa0;: choisissez l’une ou l’autre version.</numerusform>
            <numerusform>%Ln conflits n’admettent pas les deux&#xa0;: choisissez l’une ou l’autre version.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided alike.</source>
        <translation>
            <numerusform>%Ln tranché de même.</numerusform>
            <numerusform>%Ln tranchés de même.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScrollStrip</name>
    <message>
        <source>Position in the article</source>
        <translation>Position dans l’article</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>As the interface</source>
        <translation>Comme l’interface</translation>
    </message>
    <message>
        <source> pt</source>
        <translation>&#xa0;pt</translation>
    </message>
    <message>
        <source>Size of the article’s text</source>
        <translation>Taille du texte de l’article</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>La nouvelle langue prend effet au prochain démarrage.</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Qui décide</translation>
    </message>
    <message>
        <source>as you are signed in to this computer</source>
        <translation>votre nom de session sur cet ordinateur</translation>
    </message>
    <message>
        <source>the newsroom or department, if any</source>
        <translation>la rédaction ou le service, le cas échéant</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your desk</source>
        <translation>Votre service</translation>
    </message>
    <message>
        <source>Every decision, and all that goes into the archive, is signed with this.</source>
        <translation>Chaque décision, et tout ce qui entre dans l’archive, porte cette signature.</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archives</translation>
    </message>
    <message>
        <source>Quotations are checked against one archive; the archive window searches all that are ticked.</source>
        <translation>Les citations sont vérifiées dans une seule archive&#xa0;; la fenêtre des archives cherche dans toutes celles qui sont cochées.</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Check by itself whenever the text is edited</source>
        <translation>Vérifier automatiquement à chaque modification du texte</translation>
    </message>
    <message>
        <source>Ask for a decision on minor differences too</source>
        <translation>Demander une décision aussi pour les différences mineures</translation>
    </message>
    <message>
        <source>Minor differences are spelling, contractions, number formats and disclosed omissions. As a rule they count as harmless.</source>
        <translation>Les différences mineures sont l’orthographe, les contractions, l’écriture des nombres et les coupes signalées. En règle générale, elles passent pour anodines.</translation>
    </message>
    <message>
        <source>As the article writes them</source>
        <translation>Comme l’article les écrit</translation>
    </message>
    <message>
        <source>Day first: 3/4 is 3 April</source>
        <translation>Le jour d’abord&#xa0;: 3/4 est le 3 avril</translation>
    </message>
    <message>
        <source>Month first: 3/4 is March 4</source>
        <translation>Le mois d’abord&#xa0;: 3/4 est le 4 mars</translation>
    </message>
    <message>
        <source>Typed dates in figures</source>
        <translation>Dates saisies en chiffres</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>Lettre US</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Write the decisions into the PDF</source>
        <translation>Faire figurer les décisions dans le PDF</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share quotes</source>
        <translation>Partager des citations</translation>
    </message>
    <message>
        <source>With the full texts of the sources</source>
        <translation>Avec le texte intégral des sources</translation>
    </message>
    <message>
        <source>Sign it, so that others know that it is from you</source>
        <translation>Signer, pour que les autres sachent que cela vient de vous</translation>
    </message>
    <message>
        <source>Checked quotes</source>
        <translation>Citations vérifiées</translation>
    </message>
    <message>
        <source>Fingerprint of your key</source>
        <translation>Empreinte de votre clé</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Forme</translation>
    </message>
    <message>
        <source>Bundle for another QuoteCheck (.quotes)</source>
        <translation>Lot pour un autre QuoteCheck (.quotes)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>Tableau (.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Classeur Excel (.xlsx)</translation>
    </message>
    <message>
        <source>JSON Lines (.jsonl)</source>
        <translation>JSON Lines (.jsonl)</translation>
    </message>
    <message>
        <source>Database for readers, for Datasette (.db)</source>
        <translation>Base pour les lecteurs, pour Datasette (.db)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>Your desk</source>
        <translation>Votre service</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Décompte…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln citation</numerusform>
            <numerusform>%Ln citations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln speakers</source>
        <translation>
            <numerusform>%Ln locuteur</numerusform>
            <numerusform>%Ln locuteurs</numerusform>
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
            <numerusform>%Ln texte intégral</numerusform>
            <numerusform>%Ln textes intégraux</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what readers may see: no notes, no full texts, no names of colleagues, no history. “metadata.json” is written beside it.</source>
        <translation>Seulement ce que les lecteurs peuvent voir&#xa0;: ni notes, ni textes intégraux, ni noms de collègues, ni historique. «&#xa0;metadata.json&#xa0;» est écrit à côté.</translation>
    </message>
    <message>
        <source>Your key is made now, once. It stays on this computer; others recognise by it what is from you. Under Signers you can keep a copy of it, locked with a passphrase.</source>
        <translation>Votre clé est créée maintenant, une fois pour toutes. Elle reste sur cet ordinateur&#xa0;; les autres y reconnaissent ce qui vient de vous. Sous Signataires, vous pouvez en garder une copie, protégée par une phrase secrète.</translation>
    </message>
    <message>
        <source>Others compare these words with you before they trust your key:</source>
        <translation>Les autres comparent ces mots avec vous avant de se fier à votre clé&#xa0;:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>Écriture de {name}…</translation>
    </message>
    <message numerus="yes">
        <source>✓ Saved {name}: %Ln quotes.</source>
        <translation>
            <numerusform>✓ {name} enregistré&#xa0;:&#xa0;%Ln citation.</numerusform>
            <numerusform>✓ {name} enregistré&#xa0;:&#xa0;%Ln citations.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: nothing was written.</source>
        <translation>Arrêté&#xa0;: rien n’a été écrit.</translation>
    </message>
</context>
<context>
    <name>ShelfList</name>
    <message>
        <source>Known archives</source>
        <translation>Archives connues</translation>
    </message>
    <message>
        <source>Check against it</source>
        <translation>Vérifier avec elle</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nouvelle…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>List it no longer; the file stays</source>
        <translation>La retirer de la liste&#xa0;; le fichier reste</translation>
    </message>
    <message>
        <source>{name} · the file is not there</source>
        <translation>{name} · fichier introuvable</translation>
    </message>
    <message>
        <source>{name} · checked against</source>
        <translation>{name} · sert à vérifier</translation>
    </message>
    <message>
        <source>Make an archive</source>
        <translation>Créer une archive</translation>
    </message>
    <message>
        <source>Archives (*.db)</source>
        <translation>Archives (*.db)</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>The single keys work while the list of quotations has the keyboard; J and K step in it.</source>
        <translation>Les touches seules agissent quand la liste des citations a le focus&#xa0;; J et K la parcourent.</translation>
    </message>
</context>
<context>
    <name>SignatureQuestion</name>
    <message>
        <source>Fingerprint of the key</source>
        <translation>Empreinte de la clé</translation>
    </message>
    <message>
        <source>Signers…</source>
        <translation>Signataires…</translation>
    </message>
    <message>
        <source>The words are the same: trust {name}</source>
        <translation>Les mots sont les mêmes&#xa0;: se fier à {name}</translation>
    </message>
    <message>
        <source>Look at it without trusting</source>
        <translation>Regarder sans s’y fier</translation>
    </message>
    <message>
        <source>Open it all the same</source>
        <translation>Ouvrir quand même</translation>
    </message>
    <message>
        <source>Nobody vouches for what is in this bundle. Open it only if you know where it comes from.</source>
        <translation>Personne ne garantit le contenu de ce lot. Ne l’ouvrez que si vous savez d’où il vient.</translation>
    </message>
    <message>
        <source>You have said not to trust {name}: the bundle is not opened.</source>
        <translation>Vous avez choisi de ne pas vous fier à {name}&#xa0;: le lot n’est pas ouvert.</translation>
    </message>
    <message>
        <source>You know somebody called {name} by another key: one of the two may be an impostor. Ask {name}, in person or by telephone, to read out these words before you trust them:</source>
        <translation>Vous connaissez {name} sous une autre clé&#xa0;: l’un des deux est peut-être un imposteur. Demandez à {name}, de vive voix ou par téléphone, de lire ces mots avant de vous y fier&#xa0;:</translation>
    </message>
    <message>
        <source>Ask {name}, in person or by telephone, to read out the words of their key. Trust them only if they are these:</source>
        <translation>Demandez à {name}, de vive voix ou par téléphone, de lire les mots de sa clé. Ne vous y fiez que si ce sont ceux-ci&#xa0;:</translation>
    </message>
</context>
<context>
    <name>SignersDialog</name>
    <message>
        <source>Signers</source>
        <translation>Signataires</translation>
    </message>
    <message>
        <source>Fingerprint of your key</source>
        <translation>Empreinte de votre clé</translation>
    </message>
    <message>
        <source>Known signers</source>
        <translation>Signataires connus</translation>
    </message>
    <message>
        <source>Change name…</source>
        <translation>Changer de nom…</translation>
    </message>
    <message>
        <source>Export key…</source>
        <translation>Exporter la clé…</translation>
    </message>
    <message>
        <source>Import key…</source>
        <translation>Importer une clé…</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Se fier</translation>
    </message>
    <message>
        <source>Distrust</source>
        <translation>Se défier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Add from a bundle…</source>
        <translation>Ajouter depuis un lot…</translation>
    </message>
    <message>
        <source>You know no signers yet</source>
        <translation>Vous ne connaissez encore aucun signataire</translation>
    </message>
    <message>
        <source>Whoever signs a bundle that you merge is listed here; or add them from a bundle now.</source>
        <translation>Qui signe un lot que vous fusionnez apparaît ici&#xa0;; vous pouvez aussi en ajouter depuis un lot.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>You sign as {who}, since {day}. The words of your key:</source>
        <translation>Vous signez {who}, depuis le {day}. Les mots de votre clé&#xa0;:</translation>
    </message>
    <message>
        <source>You have no key yet: it is made when you share for the first time, or brought in.</source>
        <translation>Vous n’avez pas encore de clé&#xa0;: elle est créée à votre premier partage, ou importée.</translation>
    </message>
    <message>
        <source>trusted</source>
        <translation>fiable</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>à décider</translation>
    </message>
    <message>
        <source>not trusted</source>
        <translation>non fiable</translation>
    </message>
    <message>
        <source>known since {day}</source>
        <translation>connu depuis le {day}</translation>
    </message>
    <message>
        <source>There is a key on this computer already; it would be lost.</source>
        <translation>Cet ordinateur a déjà une clé&#xa0;; elle serait perdue.</translation>
    </message>
    <message>
        <source>✓ You trust {name} from now on.</source>
        <translation>✓ Vous vous fiez désormais à {name}.</translation>
    </message>
    <message>
        <source>✓ Bundles by {name} are refused from now on.</source>
        <translation>✓ Les lots de {name} sont désormais refusés.</translation>
    </message>
    <message>
        <source>✓ {name} is removed; what they have verified stays theirs.</source>
        <translation>✓ {name} ne figure plus ici&#xa0;; ses vérifications restent à son nom.</translation>
    </message>
    <message>
        <source>Bundles (*.quotes)</source>
        <translation>Lots (*.quotes)</translation>
    </message>
    <message>
        <source>Add the signer of a bundle</source>
        <translation>Ajouter le signataire d’un lot</translation>
    </message>
    <message>
        <source>✓ Noted. Compare the words of the key with them before you trust them.</source>
        <translation>✓ Noté. Comparez les mots de la clé de vive voix avant de vous y fier.</translation>
    </message>
    <message>
        <source>✓ You sign by this name from now on.</source>
        <translation>✓ Vous signez désormais de ce nom.</translation>
    </message>
    <message>
        <source>Keys (*.pem)</source>
        <translation>Clés (*.pem)</translation>
    </message>
    <message>
        <source>Export your key</source>
        <translation>Exporter votre clé</translation>
    </message>
    <message>
        <source>✓ Your key is in {name}, locked with the passphrase.</source>
        <translation>✓ Votre clé est dans {name}, protégée par la phrase secrète.</translation>
    </message>
    <message>
        <source>Import your key</source>
        <translation>Importer votre clé</translation>
    </message>
    <message>
        <source>✓ This is your key now.</source>
        <translation>✓ C’est désormais votre clé.</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primaire</translation>
    </message>
    <message>
        <source>secondary</source>
        <translation>secondaire</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Texte intégral</translation>
    </message>
    <message>
        <source>Paste the full text here: every sentence of it can then be found.</source>
        <translation>Collez ici le texte intégral&#xa0;: chacune de ses phrases pourra ainsi être retrouvée.</translation>
    </message>
    <message>
        <source>Text from a file…</source>
        <translation>Texte depuis un fichier…</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Quotes in this text: {count}</source>
        <translation>Citations dans ce texte&#xa0;: {count}</translation>
    </message>
    <message>
        <source>The archive has no text of this source.</source>
        <translation>L’archive n’a pas le texte de cette source.</translation>
    </message>
</context>
<context>
    <name>SpeakerBars</name>
    <message>
        <source>Quotations by speaker</source>
        <translation>Citations par locuteur</translation>
    </message>
    <message>
        <source>Speaker not named</source>
        <translation>Locuteur non nommé</translation>
    </message>
    <message>
        <source>{name}: {total} ({parts})</source>
        <translation>{name}&#xa0;: {total} ({parts})</translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message>
        <source>Set speaker</source>
        <translation>Indiquer le locuteur</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>A name, or how the article calls them</source>
        <translation>Un nom, ou la désignation employée par l’article</translation>
    </message>
    <message>
        <source>The article does not say who</source>
        <translation>L’article ne dit pas qui</translation>
    </message>
    <message>
        <source>Names of the article and the archive are offered.</source>
        <translation>Les noms de l’article et de l’archive sont proposés.</translation>
    </message>
</context>
<context>
    <name>SpeakerForm</name>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisation</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>one name a line</source>
        <translation>un nom par ligne</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Fusionner avec…</translation>
    </message>
    <message>
        <source>Say that another speaker of the archive is the same</source>
        <translation>Indiquer qu’un autre locuteur de l’archive est le même</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Autres noms</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Fonctions</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Write the days of a role as 2021-12-08, or just the year.</source>
        <translation>Écrivez les dates d’une fonction sous la forme 2021-12-08, ou l’année seule.</translation>
    </message>
</context>
<context>
    <name>SpeakerQuestion</name>
    <message>
        <source>Who said this?</source>
        <translation>Qui l’a dit&#x202f;?</translation>
    </message>
    <message>
        <source>Speaker: {name}</source>
        <translation>Locuteur&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Press {key} in the list</source>
        <translation>Touche {key} dans la liste</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose the archive to check against (Ctrl+L)</source>
        <translation>Choisir l’archive de référence (Ctrl+L)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>No archive: choose one</source>
        <translation>Aucune archive&#xa0;: en choisir une</translation>
    </message>
    <message numerus="yes">
        <source>%Ln quotes</source>
        <translation>
            <numerusform>%Ln citation</numerusform>
            <numerusform>%Ln citations</numerusform>
        </translation>
    </message>
    <message>
        <source>Checked at {time} in {seconds} s</source>
        <translation>Vérifié à {time} en {seconds} s</translation>
    </message>
    <message>
        <source>Read at {time} in {seconds} s</source>
        <translation>Lu à {time} en {seconds} s</translation>
    </message>
    <message>
        <source>Quotations: {count}</source>
        <translation>Citations&#xa0;: {count}</translation>
    </message>
    <message>
        <source>decided: {count}</source>
        <translation>tranchées&#xa0;: {count}</translation>
    </message>
    <message>
        <source>to decide: {count}</source>
        <translation>à trancher&#xa0;: {count}</translation>
    </message>
    <message>
        <source>none to decide</source>
        <translation>rien à trancher</translation>
    </message>
</context>
<context>
    <name>TakingIn</name>
    <message>
        <source>Bundles (*.quotes);;All files (*)</source>
        <translation>Lots (*.quotes);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Open a bundle</source>
        <translation>Ouvrir un lot</translation>
    </message>
</context>
<context>
    <name>TextPair</name>
    <message>
        <source>As printed</source>
        <translation>Tel que publié</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>Dans l’archive</translation>
    </message>
    <message>
        <source>{percent} % of the words</source>
        <translation>{percent}&#xa0;% des mots</translation>
    </message>
    <message>
        <source>Candidate in the archive</source>
        <translation>Autre possibilité dans l’archive</translation>
    </message>
    <message>
        <source>open source</source>
        <translation>ouvrir la source</translation>
    </message>
    <message>
        <source>verified by {name}</source>
        <translation>vérifiée par {name}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline of the quotations</source>
        <translation>Chronologie des citations</translation>
    </message>
    <message>
        <source>Quotation {number}</source>
        <translation>Citation {number}</translation>
    </message>
    <message>
        <source>said {days}</source>
        <translation>propos&#xa0;: {days}</translation>
    </message>
    <message>
        <source>archived as of {days}</source>
        <translation>archive&#xa0;: {days}</translation>
    </message>
    <message>
        <source>article, {days}</source>
        <translation>article, {days}</translation>
    </message>
    <message>
        <source>● said   ○ in the archive</source>
        <translation>● propos   ○ dans l’archive</translation>
    </message>
    <message>
        <source>without a date: {count}</source>
        <translation>sans date&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Find a quotation or a speaker  (Ctrl+F)</source>
        <translation>Chercher une citation ou un locuteur  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find a quotation or a speaker</source>
        <translation>Chercher une citation ou un locuteur</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Everything that can be done (Alt+M)</source>
        <translation>Toutes les commandes (Alt+M)</translation>
    </message>
</context>
<context>
    <name>UndoActions</name>
    <message>
        <source>Undo: {what}</source>
        <translation>Annuler&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo: {what}</source>
        <translation>Rétablir&#xa0;: {what}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
</context>
<context>
    <name>VerdictBar</name>
    <message>
        <source>{verdict}: {count}</source>
        <translation>{verdict}&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>VerdictDialog</name>
    <message>
        <source>Set verdict</source>
        <translation>Fixer le verdict</translation>
    </message>
    <message>
        <source>Cautions that stay:</source>
        <translation>Réserves maintenues&#xa0;:</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Why? This is what the reader is told.</source>
        <translation>Pourquoi&#x202f;? C’est ce que lira le lecteur.</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Stopped: nothing has changed.</source>
        <translation>Arrêté&#xa0;: rien n’a changé.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt en cours…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>An unexpected error: nothing has changed.</source>
        <translation>Erreur inattendue&#xa0;: rien n’a changé.</translation>
    </message>
</context>
<context>
    <name>_Counted</name>
    <message numerus="yes">
        <source>%Ln quotes taken out</source>
        <translation>
            <numerusform>%Ln citation retirée</numerusform>
            <numerusform>%Ln citations retirées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed back</source>
        <translation>
            <numerusform>%Ln rétablie</numerusform>
            <numerusform>%Ln rétablies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept, for somebody has worked on them since</source>
        <translation>
            <numerusform>%Ln gardée, car on y a travaillé depuis</numerusform>
            <numerusform>%Ln gardées, car on y a travaillé depuis</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Undone: {counts}.</source>
        <translation>✓ Annulé&#xa0;: {counts}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln decisions are not written into the archive yet.</source>
        <translation>
            <numerusform>%Ln décision n’est pas encore inscrite dans l’archive.</numerusform>
            <numerusform>%Ln décisions ne sont pas encore inscrites dans l’archive.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Question</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>1 statement</source>
        <translation>1 déclaration</translation>
    </message>
    <message>
        <source>A quote cannot be joined with itself: choose another one.</source>
        <translation>Une citation ne peut pas être réunie avec elle-même&#xa0;: choisissez-en une autre.</translation>
    </message>
    <message>
        <source>A quote names the source {key}, which the bundle does not have: it is refused.</source>
        <translation>Une citation nomme la source {key}, que le lot ne contient pas&#xa0;: il est refusé.</translation>
    </message>
    <message>
        <source>A speaker cannot be merged with themselves: choose another one.</source>
        <translation>Un locuteur ne peut pas être fusionné avec lui-même&#xa0;: choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A tag has more than {most} characters: part tags by semicolons.</source>
        <translation>Une étiquette compte plus de {most} caractères&#xa0;: séparez les étiquettes par des points-virgules.</translation>
    </message>
    <message>
        <source>A verification of the quote {uid} by {name} is not signed by whom it names: the bundle is refused.</source>
        <translation>Une vérification de la citation {uid} par {name} n’est pas signée par qui elle nomme&#xa0;: le lot est refusé.</translation>
    </message>
    <message>
        <source>A workbook holds {most} quotes at most: export as .csv or .jsonl.</source>
        <translation>Un classeur contient au plus {most} citations&#xa0;: exportez en .csv ou .jsonl.</translation>
    </message>
    <message>
        <source>Deciding was stopped: everything is as it was.</source>
        <translation>La décision a été arrêtée&#xa0;: tout est comme avant.</translation>
    </message>
    <message>
        <source>Eight</source>
        <translation>Huit</translation>
    </message>
    <message>
        <source>Entered as “{typed}”</source>
        <translation>Saisie sous la forme «&#xa0;{typed}&#xa0;»</translation>
    </message>
    <message>
        <source>First said on record: {when}.</source>
        <translation>Première mention connue&#xa0;: {when}.</translation>
    </message>
    <message>
        <source>First said then, and again: {when}.</source>
        <translation>Dit alors pour la première fois, puis de nouveau&#xa0;: {when}.</translation>
    </message>
    <message>
        <source>First said then, and {count} more times, last: {when}.</source>
        <translation>Dit alors pour la première fois, puis {count} fois encore, la dernière&#xa0;: {when}.</translation>
    </message>
    <message>
        <source>Five</source>
        <translation>Cinq</translation>
    </message>
    <message>
        <source>Four</source>
        <translation>Quatre</translation>
    </message>
    <message>
        <source>It has a part that no bundle has ({part}): it is not opened.</source>
        <translation>Il a une partie qu’aucun lot n’a ({part})&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>It has the format {format}, and this QuoteCheck reads {known}: update QuoteCheck.</source>
        <translation>Il a le format {format}, et ce QuoteCheck lit {known}&#xa0;: mettez QuoteCheck à jour.</translation>
    </message>
    <message>
        <source>It is not proposed to join {mine} and {theirs}: “quotecheck share proposals” lists what is.</source>
        <translation>Il n’est pas proposé de réunir {mine} et {theirs}&#xa0;: «&#xa0;quotecheck share proposals&#xa0;» donne ce qui l’est.</translation>
    </message>
    <message>
        <source>Its id {id} already belongs to another quote, so it was added for itself.</source>
        <translation>Son identifiant {id} appartient déjà à une autre citation&#xa0;: elle a été ajoutée à part.</translation>
    </message>
    <message>
        <source>Its {name} is none ({error}): the bundle is damaged, or is none.</source>
        <translation>Son {name} n’en est pas un ({error})&#xa0;: le lot est endommagé, ou n’en est pas un.</translation>
    </message>
    <message>
        <source>Left out, for {fault}.</source>
        <translation>Écartée&#xa0;: {fault}.</translation>
    </message>
    <message>
        <source>Looking through {path} was stopped.</source>
        <translation>L’examen de {path} a été arrêté.</translation>
    </message>
    <message>
        <source>Nine</source>
        <translation>Neuf</translation>
    </message>
    <message>
        <source>No column of the table {table} seems to hold the quotes ({columns}): say which one, with &apos;--map text=COLUMN&apos;.</source>
        <translation>Aucune colonne de la table {table} ne semble contenir les citations ({columns})&#xa0;: indiquez laquelle, avec «&#xa0;--map text=COLONNE&#xa0;».</translation>
    </message>
    <message>
        <source>No column of {path} seems to hold the quotes ({columns}): say which one, with &apos;--map text=COLUMN&apos;.</source>
        <translation>Aucune colonne de {path} ne semble contenir les citations ({columns})&#xa0;: indiquez laquelle, avec «&#xa0;--map text=COLONNE&#xa0;».</translation>
    </message>
    <message>
        <source>No date was given; {way_out}.</source>
        <translation>Aucune date n’a été donnée&#xa0;; {way_out}.</translation>
    </message>
    <message>
        <source>No key can be kept in {folder} ({reason}): make room there.</source>
        <translation>Aucune clé ne peut être gardée dans {folder} ({reason})&#xa0;: faites-y de la place.</translation>
    </message>
    <message>
        <source>No table of {path} seems to hold quotes ({tables}): say which one, with “--table TABLE --map text=COLUMN”.</source>
        <translation>Aucune table de {path} ne semble contenir de citations ({tables})&#xa0;: indiquez laquelle, avec «&#xa0;--table TABLE --map text=COLONNE&#xa0;».</translation>
    </message>
    <message>
        <source>None of the archived statements is this one, a person decided.</source>
        <translation>Quelqu’un a décidé qu’aucune des déclarations archivées n’est celle-ci.</translation>
    </message>
    <message>
        <source>Not found: the archive has nothing by {name} of {when} ({statements} at other times).</source>
        <translation>Introuvable&#xa0;: l’archive n’a rien de {name} daté de {when} ({statements} à d’autres moments).</translation>
    </message>
    <message>
        <source>Not found: the archive has nothing by {name}.</source>
        <translation>Introuvable&#xa0;: l’archive n’a rien de {name}.</translation>
    </message>
    <message>
        <source>Not found: the archive has {statements} by {name} of {when}, none like it.</source>
        <translation>Introuvable&#xa0;: l’archive a {statements} de {name} datant de {when}, aucune qui y ressemble.</translation>
    </message>
    <message>
        <source>Not found: the archive has {statements} by {name}, none like it.</source>
        <translation>Introuvable&#xa0;: l’archive a {statements} de {name}, aucune qui y ressemble.</translation>
    </message>
    <message>
        <source>Not the same words ({source}).</source>
        <translation>Ce ne sont pas les mêmes mots ({source}).</translation>
    </message>
    <message>
        <source>Nothing in the archive resembles it.</source>
        <translation>Rien dans l’archive n’y ressemble.</translation>
    </message>
    <message>
        <source>Nothing is chosen: no quote of the archive fits the selection.</source>
        <translation>Rien n’est choisi&#xa0;: aucune citation de l’archive ne répond à la sélection.</translation>
    </message>
    <message>
        <source>Nothing of what was to be done together in {path} was kept: see to what failed first, then do all of it again.</source>
        <translation>Rien de ce qui devait être fait d’un seul tenant dans {path} n’a été conservé&#xa0;: remédiez d’abord à ce qui a échoué, puis recommencez le tout.</translation>
    </message>
    <message>
        <source>One archived statement may mean the same in other words: see for yourself.</source>
        <translation>Une déclaration archivée dit peut-être la même chose en d’autres mots&#xa0;: à vous de voir.</translation>
    </message>
    <message>
        <source>One change</source>
        <translation>Un changement</translation>
    </message>
    <message>
        <source>Other speakers are on record with the same words.</source>
        <translation>D’autres locuteurs ont tenu les mêmes propos.</translation>
    </message>
    <message>
        <source>Perhaps the same statement in other words ({source}): “{words}”. A suggestion, not proof.</source>
        <translation>Peut-être la même déclaration en d’autres mots ({source})&#xa0;: «&#xa0;{words}&#xa0;». Une suggestion, pas une preuve.</translation>
    </message>
    <message>
        <source>Publishing was stopped: nothing was written.</source>
        <translation>La publication a été arrêtée&#xa0;: rien n’a été écrit.</translation>
    </message>
    <message>
        <source>Read it in its context: {context}.</source>
        <translation>À lire dans son contexte&#xa0;: {context}.</translation>
    </message>
    <message>
        <source>Say who makes the change: the name is kept in the archive&apos;s history.</source>
        <translation>Indiquez qui fait la modification&#xa0;: le nom est conservé dans l’historique de l’archive.</translation>
    </message>
    <message>
        <source>Say why the quote is withdrawn: the reason stays in its history.</source>
        <translation>Indiquez pourquoi la citation est retirée&#xa0;: la raison reste dans son historique.</translation>
    </message>
    <message>
        <source>Seven</source>
        <translation>Sept</translation>
    </message>
    <message>
        <source>Several fields are in conflict ({fields}): name one.</source>
        <translation>Plusieurs champs sont en conflit ({fields})&#xa0;: nommez-en un.</translation>
    </message>
    <message>
        <source>Six</source>
        <translation>Six</translation>
    </message>
    <message>
        <source>Somebody else is on record with these words before: {who}.</source>
        <translation>Quelqu’un d’autre a tenu ces propos auparavant&#xa0;: {who}.</translation>
    </message>
    <message>
        <source>The English language model is damaged or not the one QuoteCheck was made with ({path}): reinstall quotecheck.</source>
        <translation>Le modèle de langue anglais est endommagé ou n’est pas celui de QuoteCheck ({path})&#xa0;: réinstallez quotecheck.</translation>
    </message>
    <message>
        <source>The English language model is not installed: reinstall quotecheck.</source>
        <translation>Le modèle de langue anglais n’est pas installé&#xa0;: réinstallez quotecheck.</translation>
    </message>
    <message>
        <source>The archive has it from {archived}, not from {told}.</source>
        <translation>L’archive l’attribue à {archived}, non à {told}.</translation>
    </message>
    <message>
        <source>The archive has no speaker {name}: did you mean {likely}?</source>
        <translation>L’archive n’a pas de locuteur {name}&#xa0;: vouliez-vous dire {likely}&#x202f;?</translation>
    </message>
    <message>
        <source>The archive has no speaker {name}: “quotecheck archive search” finds names.</source>
        <translation>L’archive n’a pas de locuteur {name}&#xa0;: «&#xa0;quotecheck archive search&#xa0;» trouve les noms.</translation>
    </message>
    <message>
        <source>The archive marks its own entry as disputed.</source>
        <translation>L’archive signale sa propre entrée comme contestée.</translation>
    </message>
    <message>
        <source>The archive marks its own entry as retracted.</source>
        <translation>L’archive signale sa propre entrée comme rétractée.</translation>
    </message>
    <message>
        <source>The archive {path} cannot be changed, for it is open for reading only: work on a copy.</source>
        <translation>L’archive {path} ne peut pas être modifiée, car elle est ouverte en lecture seule&#xa0;: travaillez sur une copie.</translation>
    </message>
    <message>
        <source>The archive {path} cannot be made there ({reason}): choose another folder.</source>
        <translation>L’archive {path} ne peut pas être créée là ({reason})&#xa0;: choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The archive {path} cannot be put back ({reason}): free its folder, then try again.</source>
        <translation>L’archive {path} ne peut pas être remise en place ({reason})&#xa0;: libérez son dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>The archive {path} cannot be read: {reason}.</source>
        <translation>L’archive {path} ne peut pas être lue&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The archive {path} has a trigger that QuoteCheck did not make ({trigger}): it is not opened, for that could change your quotes; drop the trigger, or restore a backup.</source>
        <translation>L’archive {path} a un déclencheur que QuoteCheck n’a pas créé ({trigger})&#xa0;: elle n’est pas ouverte, car il pourrait modifier vos citations&#xa0;; supprimez-le, ou restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>The archive {path} has an index of another version of QuoteCheck and is read-only: open a copy that may be written to.</source>
        <translation>L’archive {path} a l’index d’une autre version de QuoteCheck et est en lecture seule&#xa0;: ouvrez une copie modifiable.</translation>
    </message>
    <message>
        <source>The archive {path} is damaged ({problem}): restore it from a backup.</source>
        <translation>L’archive {path} est endommagée ({problem})&#xa0;: restaurez-la à partir d’une sauvegarde.</translation>
    </message>
    <message>
        <source>The archive {path} is damaged, for {lost} in it is missing or changed: restore a backup.</source>
        <translation>L’archive {path} est endommagée, car {lost} y manque ou a changé&#xa0;: restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>The archive {path} is of an older version and cannot be brought up to date, for it is read-only: open a copy that may be written to.</source>
        <translation>L’archive {path} est d’une version plus ancienne et ne peut pas être mise à jour, car elle est en lecture seule&#xa0;: ouvrez une copie modifiable.</translation>
    </message>
    <message>
        <source>The archive {path} is open for reading only: choose one that is not.</source>
        <translation>L’archive {path} est ouverte en lecture seule&#xa0;: choisissez-en une qui ne l’est pas.</translation>
    </message>
    <message>
        <source>The archive {path} was made by a newer version of QuoteCheck (format {version}, this one reads up to {newest}): update QuoteCheck to open it.</source>
        <translation>L’archive {path} a été créée par une version plus récente de QuoteCheck (format {version}, celle-ci lit jusqu’à {newest})&#xa0;: mettez QuoteCheck à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>The archive {path} {reason}.</source>
        <translation>L’archive {path} {reason}.</translation>
    </message>
    <message>
        <source>The article is a translation.</source>
        <translation>L’article est une traduction.</translation>
    </message>
    <message>
        <source>The article is dated “{written}” in its own text.</source>
        <translation>L’article se date lui-même du «&#xa0;{written}&#xa0;».</translation>
    </message>
    <message>
        <source>The article only imagines this and does not say that it was said</source>
        <translation>L’article ne fait qu’imaginer ces mots et ne dit pas qu’ils ont été prononcés</translation>
    </message>
    <message>
        <source>The article says that this was not said</source>
        <translation>L’article dit que ces mots n’ont pas été prononcés</translation>
    </message>
    <message>
        <source>The article&apos;s language could not be told, as the temporary folder cannot be written ({reason}): make room there and try again.</source>
        <translation>La langue de l’article n’a pas pu être reconnue, car le dossier temporaire n’est pas accessible en écriture ({reason})&#xa0;: faites-y de la place et réessayez.</translation>
    </message>
    <message>
        <source>The backup {path} cannot be written ({reason}): choose another place.</source>
        <translation>La sauvegarde {path} ne peut pas être écrite ({reason})&#xa0;: choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The entry {uid} names {named}, which the bundle does not have: it is refused.</source>
        <translation>L’entrée {uid} nomme {named}, que le lot ne contient pas&#xa0;: il est refusé.</translation>
    </message>
    <message>
        <source>The export was stopped: no bundle was written.</source>
        <translation>L’export a été arrêté&#xa0;: aucun lot n’a été écrit.</translation>
    </message>
    <message>
        <source>The export was stopped: no file was written.</source>
        <translation>L’export a été arrêté&#xa0;: aucun fichier n’a été écrit.</translation>
    </message>
    <message>
        <source>The file would overwrite the archive {path}: give it another name.</source>
        <translation>Le fichier écraserait l’archive {path}&#xa0;: donnez-lui un autre nom.</translation>
    </message>
    <message>
        <source>The folder {path} could not be made ({reason}): choose another place.</source>
        <translation>Le dossier {path} n’a pas pu être créé ({reason})&#xa0;: choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The import of {path} was stopped: nothing of it is in the archive.</source>
        <translation>L’import de {path} a été arrêté&#xa0;: rien n’en est dans l’archive.</translation>
    </message>
    <message>
        <source>The import was not taken back: all of it is still in the archive.</source>
        <translation>L’import n’a pas été annulé&#xa0;: il est encore tout entier dans l’archive.</translation>
    </message>
    <message>
        <source>The import {import_id} is of a bundle: take it back with “quotecheck share undo {import_id}”.</source>
        <translation>L’import {import_id} est celui d’un lot&#xa0;: annulez-le avec «&#xa0;quotecheck share undo {import_id}&#xa0;».</translation>
    </message>
    <message>
        <source>The import {import_id} was undone on {day} already.</source>
        <translation>L’importation {import_id} a déjà été annulée le {day}.</translation>
    </message>
    <message>
        <source>The key in {folder} has vanished: try again.</source>
        <translation>La clé dans {folder} a disparu&#xa0;: réessayez.</translation>
    </message>
    <message>
        <source>The latest date that the article looks back on is “{written}”, and it does not say how long ago.</source>
        <translation>La date la plus récente que l’article évoque est «&#xa0;{written}&#xa0;», sans dire depuis combien de temps.</translation>
    </message>
    <message>
        <source>The latest date that the article looks back on is “{written}”, recent news, as the weekday stands beside it.</source>
        <translation>La date la plus récente que l’article évoque est «&#xa0;{written}&#xa0;»&#xa0;; le jour de la semaine indique une nouvelle fraîche.</translation>
    </message>
    <message>
        <source>The list of signers {path} cannot be read ({error}): restore a copy, or move it away.</source>
        <translation>La liste des signataires {path} ne peut pas être lue ({error})&#xa0;: restaurez-en une copie, ou déplacez-la.</translation>
    </message>
    <message>
        <source>The page&apos;s HTML is damaged beyond reading: save it as text and open that.</source>
        <translation>Le HTML de la page est trop endommagé pour être lu&#xa0;: enregistrez-la en texte et ouvrez celui-ci.</translation>
    </message>
    <message>
        <source>The passphrase is too short: take at least {most} characters.</source>
        <translation>La phrase secrète est trop courte&#xa0;: prenez au moins {most} caractères.</translation>
    </message>
    <message>
        <source>The quote has characters that are no text: write them anew.</source>
        <translation>La citation a des caractères qui ne sont pas du texte&#xa0;: récrivez-les.</translation>
    </message>
    <message>
        <source>The quote has no words: say what was said.</source>
        <translation>La citation n’a pas de mots&#xa0;: indiquez ce qui a été dit.</translation>
    </message>
    <message>
        <source>The quote “{text}” has characters in it that turn the direction of the text.</source>
        <translation>La citation «&#xa0;{text}&#xa0;» contient des caractères qui inversent le sens du texte.</translation>
    </message>
    <message>
        <source>The same words ({source}).</source>
        <translation>Les mêmes mots ({source}).</translation>
    </message>
    <message>
        <source>The same words but for changes that the article shows ({source}).</source>
        <translation>Les mêmes mots, aux changements près que l’article signale ({source}).</translation>
    </message>
    <message>
        <source>The same words but for {changes} ({source}).</source>
        <translation>Les mêmes mots, à l’exception de {changes} ({source}).</translation>
    </message>
    <message>
        <source>The signer has no name: say whose key it is.</source>
        <translation>Le signataire n’a pas de nom&#xa0;: indiquez à qui est la clé.</translation>
    </message>
    <message>
        <source>The signer’s name {name} is doubtful: {doubt}.</source>
        <translation>Le nom du signataire, {name}, est suspect&#xa0;: {doubt}.</translation>
    </message>
    <message>
        <source>The source has neither an address nor a title: give one, so that it can be found again.</source>
        <translation>La source n’a ni adresse ni titre&#xa0;: donnez-en un, pour qu’on puisse la retrouver.</translation>
    </message>
    <message>
        <source>The source has neither an address nor a title: give one, so that it can be found.</source>
        <translation>La source n’a ni adresse ni titre&#xa0;: donnez-en un, pour qu’on puisse la trouver.</translation>
    </message>
    <message>
        <source>The source is of {said}, later than the article, so it cannot be what it quotes.</source>
        <translation>La source date de {said}, après l’article&#xa0;: ce ne peut pas être ce qu’il cite.</translation>
    </message>
    <message>
        <source>The source is of {said}, the article says {told}.</source>
        <translation>La source date de {said}, l’article dit {told}.</translation>
    </message>
    <message>
        <source>The source “{name}” is doubtful: {doubt}.</source>
        <translation>La source «&#xa0;{name}&#xa0;» est suspecte&#xa0;: {doubt}.</translation>
    </message>
    <message>
        <source>The speaker has no name: say who it is.</source>
        <translation>Le locuteur n’a pas de nom&#xa0;: indiquez qui c’est.</translation>
    </message>
    <message>
        <source>The speaker “{name}” is doubtful: {doubt}.</source>
        <translation>Le locuteur «&#xa0;{name}&#xa0;» est suspect&#xa0;: {doubt}.</translation>
    </message>
    <message>
        <source>The table {table} has no column {column}; it has {columns}.</source>
        <translation>La table {table} n’a pas de colonne {column}&#xa0;; elle a {columns}.</translation>
    </message>
    <message>
        <source>The text gives it as “{words}”.</source>
        <translation>Le texte l’indique par «&#xa0;{words}&#xa0;».</translation>
    </message>
    <message>
        <source>The word vectors are missing: install them with &apos;pip install &quot;quotecheck[paraphrase]&quot;&apos;.</source>
        <translation>Les vecteurs de mots manquent&#xa0;: installez-les avec «&#xa0;pip install quotecheck[paraphrase]&#xa0;».</translation>
    </message>
    <message>
        <source>The year {year} of “{text}” is out of range; {way_out}.</source>
        <translation>L’année {year} de «&#xa0;{text}&#xa0;» est hors limites&#xa0;; {way_out}.</translation>
    </message>
    <message>
        <source>The {field} cannot be written anew: say mine or theirs.</source>
        <translation>Le champ {field} ne peut pas être réécrit&#xa0;: dites le mien ou le leur.</translation>
    </message>
    <message>
        <source>The {field} of {uid} cannot be both: say mine or theirs.</source>
        <translation>Le champ {field} de {uid} ne peut pas être les deux&#xa0;: dites le mien ou le leur.</translation>
    </message>
    <message>
        <source>The {field} of {uid} cannot be {value}.</source>
        <translation>Le champ {field} de {uid} ne peut pas être {value}.</translation>
    </message>
    <message>
        <source>The {name} of “{words}…” is longer than a cell of a workbook can be ({most} characters): export it as .csv or .jsonl instead.</source>
        <translation>Le champ {name} de «&#xa0;{words}…&#xa0;» est plus long qu’une cellule de classeur ne peut l’être ({most} caractères)&#xa0;: exportez plutôt en .csv ou .jsonl.</translation>
    </message>
    <message>
        <source>The “…” hides a negation, a condition or a contrast.</source>
        <translation>Le «&#xa0;…&#xa0;» cache une négation, une condition ou une opposition.</translation>
    </message>
    <message>
        <source>There is a key here already: export it, then move {folder} away.</source>
        <translation>Il y a déjà une clé ici&#xa0;: exportez-la, puis déplacez {folder}.</translation>
    </message>
    <message>
        <source>There is no archive at {path}: check the name, or make it with &apos;quotecheck archive import FILE --archive {path}&apos;.</source>
        <translation>Il n’y a pas d’archive à {path}&#xa0;: vérifiez le nom, ou créez-la avec «&#xa0;quotecheck archive import FICHIER --archive {path}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no file {path}: look whether it was moved or renamed.</source>
        <translation>Il n’y a pas de fichier {path}&#xa0;: voyez s’il a été déplacé ou renommé.</translation>
    </message>
    <message>
        <source>There is no import {import_id} of a bundle: “quotecheck share imports” lists them.</source>
        <translation>Il n’y a pas d’importation de lot {import_id}&#xa0;: «&#xa0;quotecheck share imports&#xa0;» en donne la liste.</translation>
    </message>
    <message>
        <source>There is no open conflict of {uid}: “quotecheck share conflicts” lists them.</source>
        <translation>{uid} n’a aucun conflit en suspens&#xa0;: «&#xa0;quotecheck share conflicts&#xa0;» en donne la liste.</translation>
    </message>
    <message>
        <source>There is no quote {uid} in the archive: search for it to see its present uid.</source>
        <translation>Il n’y a pas de citation {uid} dans l’archive&#xa0;: cherchez-la pour voir son identifiant actuel.</translation>
    </message>
    <message>
        <source>There is no {uid} in the archive any more: search again.</source>
        <translation>{uid} n’est plus dans l’archive&#xa0;: cherchez de nouveau.</translation>
    </message>
    <message>
        <source>These two are one already: name two that differ.</source>
        <translation>Ces deux-là n’en font déjà qu’un&#xa0;: nommez-en deux différents.</translation>
    </message>
    <message>
        <source>This archived statement was chosen by hand; its words are too different to be laid side by side.</source>
        <translation>Cette déclaration archivée a été choisie à la main&#xa0;; ses mots sont trop différents pour être mis côte à côte.</translation>
    </message>
    <message>
        <source>This cannot be undone, for the quote has been changed since: correct it by hand instead.</source>
        <translation>Annulation impossible, car la citation a été modifiée depuis&#xa0;: corrigez-la plutôt à la main.</translation>
    </message>
    <message>
        <source>This cannot be undone, for the quote {uid} is no longer in the archive.</source>
        <translation>Annulation impossible, car la citation {uid} n’est plus dans l’archive.</translation>
    </message>
    <message>
        <source>This cannot be undone, for {name} has verified the quote since: withdraw it instead.</source>
        <translation>Annulation impossible, car {name} a vérifié la citation depuis&#xa0;: retirez-la plutôt.</translation>
    </message>
    <message>
        <source>Three</source>
        <translation>Trois</translation>
    </message>
    <message>
        <source>Too few words to tell whether they were said.</source>
        <translation>Trop peu de mots pour dire s’ils ont été prononcés.</translation>
    </message>
    <message>
        <source>Two</source>
        <translation>Deux</translation>
    </message>
    <message>
        <source>Undoing was stopped: the import stands as before.</source>
        <translation>L’annulation a été arrêtée&#xa0;: l’import reste tel quel.</translation>
    </message>
    <message>
        <source>Words are left out without a mark.</source>
        <translation>Des mots sont omis sans que rien ne le signale.</translation>
    </message>
    <message>
        <source>Words from different places are joined as one: a part comes from {origin}.</source>
        <translation>Des mots d’endroits différents sont réunis en une citation&#xa0;: une partie vient de {origin}.</translation>
    </message>
    <message>
        <source>Words that stand far apart in the source are joined as one.</source>
        <translation>Des mots éloignés dans la source sont réunis en une citation.</translation>
    </message>
    <message>
        <source>Your key in {folder} cannot be read ({error}): restore a copy of it.</source>
        <translation>Votre clé dans {folder} ne peut pas être lue ({error})&#xa0;: restaurez-en une copie.</translation>
    </message>
    <message>
        <source>Your name is empty: say who signs.</source>
        <translation>Votre nom est vide&#xa0;: indiquez qui signe.</translation>
    </message>
    <message>
        <source>Your own archive cannot be made at {path} ({reason}): free that folder, or name another one in the environment variable QUOTECHECK_DATA_DIR.</source>
        <translation>Votre propre archive ne peut pas être créée à {path} ({reason})&#xa0;: libérez ce dossier, ou nommez-en un autre dans la variable d’environnement QUOTECHECK_DATA_DIR.</translation>
    </message>
    <message>
        <source>an unknown date</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <source>an unknown speaker</source>
        <translation>un locuteur inconnu</translation>
    </message>
    <message>
        <source>another day</source>
        <translation>un autre jour</translation>
    </message>
    <message>
        <source>at an unknown date</source>
        <translation>à une date inconnue</translation>
    </message>
    <message>
        <source>cannot be changed, for its file or folder is read-only: work on a copy of it</source>
        <translation>ne peut pas être modifiée, car son fichier ou son dossier est en lecture seule&#xa0;: travaillez sur une copie</translation>
    </message>
    <message>
        <source>cannot be opened: check that its folder exists and may be read and written</source>
        <translation>ne peut pas être ouverte&#xa0;: vérifiez que son dossier existe et qu’on peut y lire et y écrire</translation>
    </message>
    <message>
        <source>cannot be used, for its permissions forbid it: change them, or work on a copy</source>
        <translation>ne peut pas être utilisée, car ses droits d’accès l’interdisent&#xa0;: changez-les, ou travaillez sur une copie</translation>
    </message>
    <message>
        <source>cannot hold a text as long as that: shorten it</source>
        <translation>ne peut pas contenir un texte aussi long&#xa0;: raccourcissez-le</translation>
    </message>
    <message>
        <source>could not be read or written: check the disk it is on, then try again</source>
        <translation>n’a pas pu être lue ou écrite&#xa0;: vérifiez son disque, puis réessayez</translation>
    </message>
    <message>
        <source>could not grow, for the disk is full: make room and try again; nothing was changed</source>
        <translation>n’a pas pu grandir, car le disque est plein&#xa0;: faites de la place et réessayez&#xa0;; rien n’a été modifié</translation>
    </message>
    <message>
        <source>eight</source>
        <translation>huit</translation>
    </message>
    <message>
        <source>five</source>
        <translation>cinq</translation>
    </message>
    <message>
        <source>four</source>
        <translation>quatre</translation>
    </message>
    <message>
        <source>in the source these words are part of a question</source>
        <translation>dans la source, ces mots font partie d’une question</translation>
    </message>
    <message>
        <source>in the source these words quote somebody else</source>
        <translation>dans la source, ces mots citent quelqu’un d’autre</translation>
    </message>
    <message>
        <source>is damaged: restore it from a backup, or save what &apos;sqlite3 FILE .recover&apos; can</source>
        <translation>est endommagée&#xa0;: restaurez-la à partir d’une sauvegarde, ou sauvez ce que «&#xa0;sqlite3 FICHIER .recover&#xa0;» peut</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is in use by another program: wait until that has finished, then try again</source>
        <translation>est utilisée par un autre programme&#xa0;: attendez qu’il ait fini, puis réessayez</translation>
    </message>
    <message>
        <source>is not an SQLite file</source>
        <translation>n’est pas un fichier SQLite</translation>
    </message>
    <message>
        <source>is not an archive, for it is not an SQLite file: choose another file</source>
        <translation>n’est pas une archive, car ce n’est pas un fichier SQLite&#xa0;: choisissez un autre fichier</translation>
    </message>
    <message>
        <source>is not as it should be ({error}): restore it from a backup</source>
        <translation>n’est pas telle qu’elle devrait être ({error})&#xa0;: restaurez-la à partir d’une sauvegarde</translation>
    </message>
    <message>
        <source>it has characters in it that cannot be seen</source>
        <translation>il s’y trouve des caractères invisibles</translation>
    </message>
    <message>
        <source>it has characters in it that turn the direction of the text</source>
        <translation>il s’y trouve des caractères qui inversent le sens du texte</translation>
    </message>
    <message>
        <source>it has more columns than the first line: put texts in quotation marks</source>
        <translation>elle a plus de colonnes que la première ligne (mettez les textes entre guillemets)</translation>
    </message>
    <message>
        <source>it has no text</source>
        <translation>elle n’a pas de texte</translation>
    </message>
    <message>
        <source>it is not CSV ({error})</source>
        <translation>ce n’est pas du CSV ({error})</translation>
    </message>
    <message>
        <source>it is not JSON ({error})</source>
        <translation>ce n’est pas du JSON ({error})</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>ce n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>its date {date} cannot be read: write 2021-12-08, 2021-12, 2021 or 2021-12-01/2021-12-08</source>
        <translation>sa date {date} est illisible (écrivez 2021-12-08, 2021-12, 2021 ou 2021-12-01/2021-12-08)</translation>
    </message>
    <message>
        <source>its date {date} ends before it begins: write the earlier day first</source>
        <translation>sa date {date} finit avant de commencer (écrivez d’abord le jour le plus ancien)</translation>
    </message>
    <message>
        <source>its status {status} is none: write {statuses}</source>
        <translation>son statut {status} n’existe pas (écrivez {statuses})</translation>
    </message>
    <message>
        <source>its tags cannot be kept ({error})</source>
        <translation>ses étiquettes ne peuvent être gardées ({error})</translation>
    </message>
    <message>
        <source>its text has no words</source>
        <translation>son texte ne contient aucun mot</translation>
    </message>
    <message>
        <source>its {field} has a NUL character in it: take it out</source>
        <translation>son champ {field} contient un caractère NUL (retirez-le)</translation>
    </message>
    <message>
        <source>its {field} has more than {longest} characters</source>
        <translation>son champ {field} dépasse {longest} caractères</translation>
    </message>
    <message>
        <source>its {field} is not valid Unicode: save the file anew as UTF-8</source>
        <translation>son champ {field} n’est pas de l’Unicode valide (enregistrez de nouveau le fichier en UTF-8)</translation>
    </message>
    <message>
        <source>needs more memory than there is: close other programs, then try again</source>
        <translation>demande plus de mémoire qu’il n’y en a&#xa0;: fermez d’autres programmes, puis réessayez</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neuf</translation>
    </message>
    <message>
        <source>one small thing</source>
        <translation>un détail</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sept</translation>
    </message>
    <message>
        <source>six</source>
        <translation>six</translation>
    </message>
    <message>
        <source>text, HTML, DOCX, PDF, EML, RTF, ODT, EPUB or JSONL</source>
        <translation>texte, HTML, DOCX, PDF, EML, RTF, ODT, EPUB ou JSONL</translation>
    </message>
    <message>
        <source>the one before is {year}</source>
        <translation>la précédente est {year}</translation>
    </message>
    <message>
        <source>the source goes on with “{words}”</source>
        <translation>la source continue par «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>the source leads up to these words with “{words}”</source>
        <translation>la source amène ces mots par «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>the source marks these words as not meant seriously</source>
        <translation>la source indique que ces mots ne sont pas sérieux</translation>
    </message>
    <message>
        <source>three</source>
        <translation>trois</translation>
    </message>
    <message>
        <source>two</source>
        <translation>deux</translation>
    </message>
    <message>
        <source>write it like 2021-12-14, 14 Dec 2021, Dec 2021 or last Tuesday</source>
        <translation>écrivez-la comme 2021-12-14, 14 déc. 2021, déc. 2021 ou mardi dernier</translation>
    </message>
    <message>
        <source>{changes} ({source}).</source>
        <translation>{changes} ({source}).</translation>
    </message>
    <message>
        <source>{changes} that can turn the meaning</source>
        <translation>{changes} au risque d’inverser le sens</translation>
    </message>
    <message>
        <source>{changes}, one of which can turn the meaning</source>
        <translation>{changes}, dont un peut inverser le sens</translation>
    </message>
    <message>
        <source>{changes}, some of which can turn the meaning</source>
        <translation>{changes}, dont certains peuvent inverser le sens</translation>
    </message>
    <message>
        <source>{changes}: {clauses}</source>
        <translation>{changes}&#xa0;: {clauses}</translation>
    </message>
    <message>
        <source>{clauses}; and {count} more</source>
        <translation>{clauses}&#xa0;; et {count} de plus</translation>
    </message>
    <message>
        <source>{copy} is not a sound archive ({problem}): choose another backup.</source>
        <translation>{copy} n’est pas une archive saine ({problem})&#xa0;: choisissez une autre sauvegarde.</translation>
    </message>
    <message>
        <source>{copy} is the archive itself: choose the backup of it.</source>
        <translation>{copy} est l’archive elle-même&#xa0;: choisissez sa sauvegarde.</translation>
    </message>
    <message>
        <source>{count}</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>{count} archived statements may mean the same in other words: see for yourself.</source>
        <translation>{count} déclarations archivées disent peut-être la même chose en d’autres mots&#xa0;: à vous de voir.</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} changements</translation>
    </message>
    <message>
        <source>{count} small things</source>
        <translation>{count} détails</translation>
    </message>
    <message>
        <source>{count} statements</source>
        <translation>{count} déclarations</translation>
    </message>
    <message>
        <source>{first} and {last} changed places</source>
        <translation>{first} et {last} ont été intervertis</translation>
    </message>
    <message>
        <source>{first}, {rest}</source>
        <translation>{first}, {rest}</translation>
    </message>
    <message>
        <source>{first}; {rest}</source>
        <translation>{first}&#xa0;; {rest}</translation>
    </message>
    <message>
        <source>{key} is no key: it has 44 characters, as “quotecheck share signers me” shows it.</source>
        <translation>{key} n’est pas une clé&#xa0;: elle a 44 caractères, comme la montre «&#xa0;quotecheck share signers me&#xa0;».</translation>
    </message>
    <message>
        <source>{name} cannot be read as a key: check the passphrase, or restore a copy.</source>
        <translation>{name} ne peut pas être lu comme une clé&#xa0;: vérifiez la phrase secrète, ou restaurez une copie.</translation>
    </message>
    <message>
        <source>{name} exceeds {most} pages: save the article on its own.</source>
        <translation>{name} dépasse {most} pages&#xa0;: enregistrez l’article à part.</translation>
    </message>
    <message>
        <source>{name} has a damaged page: save it again, or open its text.</source>
        <translation>{name} a une page endommagée&#xa0;: enregistrez-le de nouveau, ou ouvrez son texte.</translation>
    </message>
    <message>
        <source>{name} has an unreadable encoding (UTF-8, damaged at byte {start}): save it again as UTF-8.</source>
        <translation>{name} a un encodage illisible (UTF-8, endommagé à l’octet {start})&#xa0;: enregistrez-le de nouveau en UTF-8.</translation>
    </message>
    <message>
        <source>{name} has an unreadable encoding ({encoding}, damaged at byte {start}): save it as UTF-8.</source>
        <translation>{name} a un encodage illisible ({encoding}, endommagé à l’octet {start})&#xa0;: enregistrez-le en UTF-8.</translation>
    </message>
    <message>
        <source>{name} has an unreadable encoding: save it as UTF-8 and open it again.</source>
        <translation>{name} a un encodage illisible&#xa0;: enregistrez-le en UTF-8 et rouvrez-le.</translation>
    </message>
    <message>
        <source>{name} has no text, only pictures: run text recognition (OCR) over it first.</source>
        <translation>{name} n’a pas de texte, seulement des images&#xa0;: passez-le d’abord à la reconnaissance de texte (OCR).</translation>
    </message>
    <message>
        <source>{name} holds a key of another kind: an Ed25519 key is needed.</source>
        <translation>{name} contient une clé d’un autre type&#xa0;: il faut une clé Ed25519.</translation>
    </message>
    <message>
        <source>{name} holds no text: open a file that has the article&apos;s words in it.</source>
        <translation>{name} ne contient pas de texte&#xa0;: ouvrez un fichier qui contient les mots de l’article.</translation>
    </message>
    <message>
        <source>{name} holds no text: open its attachment on its own.</source>
        <translation>{name} ne contient pas de texte&#xa0;: ouvrez sa pièce jointe à part.</translation>
    </message>
    <message>
        <source>{name} is a damaged PDF: save it again, or open its text.</source>
        <translation>{name} est un PDF endommagé&#xa0;: enregistrez-le de nouveau, ou ouvrez son texte.</translation>
    </message>
    <message>
        <source>{name} is a damaged RTF file: save it again, or as text.</source>
        <translation>{name} est un fichier RTF endommagé&#xa0;: enregistrez-le de nouveau, ou en texte.</translation>
    </message>
    <message>
        <source>{name} is a damaged e-mail: save its text and open that.</source>
        <translation>{name} est un courriel endommagé&#xa0;: enregistrez son texte et ouvrez celui-ci.</translation>
    </message>
    <message>
        <source>{name} is an archive or a document of another kind: QuoteCheck reads {known}.</source>
        <translation>{name} est une archive compressée ou un document d’un autre type&#xa0;: QuoteCheck lit {known}.</translation>
    </message>
    <message>
        <source>{name} is binary, not a text: open the article as text, HTML, DOCX or PDF.</source>
        <translation>{name} est binaire et non du texte&#xa0;: ouvrez l’article en texte, HTML, DOCX ou PDF.</translation>
    </message>
    <message>
        <source>{name} is binary, not an e-mail: save its text and open that.</source>
        <translation>{name} est binaire et non un courriel&#xa0;: enregistrez son texte et ouvrez celui-ci.</translation>
    </message>
    <message>
        <source>{name} is damaged (at “{where}”): open an older copy of it.</source>
        <translation>{name} est endommagé (à «&#xa0;{where}&#xa0;»)&#xa0;: ouvrez-en une copie plus ancienne.</translation>
    </message>
    <message>
        <source>{name} is damaged or no DOCX file: save it again, or open its text.</source>
        <translation>{name} est endommagé ou n’est pas un fichier DOCX&#xa0;: enregistrez-le de nouveau, ou ouvrez son texte.</translation>
    </message>
    <message>
        <source>{name} is damaged or no {format} file: save it again, or open its text.</source>
        <translation>{name} est endommagé ou n’est pas un fichier {format}&#xa0;: enregistrez-le de nouveau, ou ouvrez son texte.</translation>
    </message>
    <message>
        <source>{name} is damaged: save it again in the program that made it, or as text.</source>
        <translation>{name} est endommagé&#xa0;: enregistrez-le de nouveau dans le programme qui l’a créé, ou en texte.</translation>
    </message>
    <message>
        <source>{name} is empty: it should hold one article a line.</source>
        <translation>{name} est vide&#xa0;: il devrait contenir un article par ligne.</translation>
    </message>
    <message>
        <source>{name} is empty: open a file that has the article&apos;s words in it.</source>
        <translation>{name} est vide&#xa0;: ouvrez un fichier qui contient les mots de l’article.</translation>
    </message>
    <message>
        <source>{name} is encrypted or an old Office document: save it as DOCX without a password.</source>
        <translation>{name} est chiffré ou est un ancien document Office&#xa0;: enregistrez-le en DOCX sans mot de passe.</translation>
    </message>
    <message>
        <source>{name} is encrypted: save a copy without a password, and open that.</source>
        <translation>{name} est chiffré&#xa0;: enregistrez une copie sans mot de passe, et ouvrez celle-ci.</translation>
    </message>
    <message>
        <source>{name} is larger than {megabytes} MB: open the article on its own.</source>
        <translation>{name} dépasse {megabytes} Mo&#xa0;: ouvrez l’article à part.</translation>
    </message>
    <message>
        <source>{name} is longer than {max_text} characters: open the article on its own.</source>
        <translation>{name} dépasse {max_text} caractères&#xa0;: ouvrez l’article à part.</translation>
    </message>
    <message>
        <source>{name} is not a check saved by QuoteCheck, or is damaged: open an older copy of it.</source>
        <translation>{name} n’est pas une vérification enregistrée par QuoteCheck, ou est endommagé&#xa0;: ouvrez-en une copie plus ancienne.</translation>
    </message>
    <message>
        <source>{name} is not a check saved by QuoteCheck: open the article itself instead.</source>
        <translation>{name} n’est pas une vérification enregistrée par QuoteCheck&#xa0;: ouvrez plutôt l’article lui-même.</translation>
    </message>
    <message>
        <source>{name} is not a text: QuoteCheck reads {known}.</source>
        <translation>{name} n’est pas un texte&#xa0;: QuoteCheck lit {known}.</translation>
    </message>
    <message>
        <source>{name} unpacks to more than {megabytes} MB: save it without its pictures.</source>
        <translation>{name} dépasse {megabytes} Mo une fois décompressé&#xa0;: enregistrez-le sans ses images.</translation>
    </message>
    <message>
        <source>{name} was saved by a newer version of QuoteCheck ({schema}): update QuoteCheck to open it.</source>
        <translation>{name} a été enregistré par une version plus récente de QuoteCheck ({schema})&#xa0;: mettez QuoteCheck à jour pour l’ouvrir.</translation>
    </message>
    <message>
        <source>{name}, line {number}: {error}; mend or remove the line.</source>
        <translation>{name}, ligne {number}&#xa0;: {error}&#xa0;; corrigez ou supprimez la ligne.</translation>
    </message>
    <message>
        <source>{pair} maps nothing: write FIELD=COLUMN, with one of {fields} as the field.</source>
        <translation>{pair} n’associe rien&#xa0;: écrivez CHAMP=COLONNE, avec pour champ l’un de {fields}.</translation>
    </message>
    <message>
        <source>{path} cannot be a folder, for a file is in its place: choose another name.</source>
        <translation>{path} ne peut pas être un dossier, car un fichier est à sa place&#xa0;: choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{path} cannot be imported: save it as .csv, .xlsx, .jsonl or .json (or .gz of the text files).</source>
        <translation>{path} ne peut pas être importé&#xa0;: enregistrez-le en .csv, .xlsx, .jsonl ou .json (ou .gz des fichiers texte).</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {reason}.</source>
        <translation>{path} ne peut pas être ouvert&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}).</source>
        <translation>{path} ne peut pas être lu ({reason}).</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}): check its name.</source>
        <translation>{path} ne peut pas être lu ({reason})&#xa0;: vérifiez son nom.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}): export its table to CSV.</source>
        <translation>{path} ne peut pas être lu ({reason})&#xa0;: exportez sa table en CSV.</translation>
    </message>
    <message>
        <source>{path} cannot be read within time and memory: export its table to CSV.</source>
        <translation>{path} demande trop de temps ou de mémoire pour être lu&#xa0;: exportez sa table en CSV.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ne peut pas être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}): choose another place.</source>
        <translation>{path} ne peut pas être écrit ({reason})&#xa0;: choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>{path} does not exist: check the name and the folder.</source>
        <translation>{path} n’existe pas&#xa0;: vérifiez le nom et le dossier.</translation>
    </message>
    <message>
        <source>{path} has a first line as no table has: name its columns there.</source>
        <translation>{path} a une première ligne qu’aucun tableau n’a&#xa0;: nommez-y ses colonnes.</translation>
    </message>
    <message>
        <source>{path} has a line in {name} longer than any real one.</source>
        <translation>{path} a dans {name} une ligne plus longue que toute vraie.</translation>
    </message>
    <message>
        <source>{path} has a line longer than any list of quotes: it is not read.</source>
        <translation>{path} a une ligne plus longue qu’aucune liste de citations&#xa0;: il n’est pas lu.</translation>
    </message>
    <message>
        <source>{path} has a {name} longer than any real one: it is not opened.</source>
        <translation>{path} contient un {name} plus long que tout vrai&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{path} has no column named &apos;text&apos;: name the column with the quotes so in the first line, or say which one it is, with &apos;--map text={field}&apos; for example.</source>
        <translation>{path} n’a pas de colonne nommée «&#xa0;text&#xa0;»&#xa0;: nommez ainsi la colonne des citations à la première ligne, ou indiquez laquelle c’est, par exemple avec «&#xa0;--map text={field}&#xa0;».</translation>
    </message>
    <message>
        <source>{path} has no quotes: each row needs a field named &apos;text&apos;.</source>
        <translation>{path} n’a pas de citations&#xa0;: chaque ligne doit avoir un champ nommé «&#xa0;text&#xa0;».</translation>
    </message>
    <message>
        <source>{path} has no table {wanted} (views and virtual tables are not read); it has {tables}.</source>
        <translation>{path} n’a pas de table {wanted} (les vues et les tables virtuelles ne sont pas lues)&#xa0;; il a {tables}.</translation>
    </message>
    <message>
        <source>{path} has no {name}: it is no bundle, or only a part of one.</source>
        <translation>{path} n’a pas de {name}&#xa0;: ce n’est pas un lot, ou ce n’en est qu’une partie.</translation>
    </message>
    <message>
        <source>{path} holds more files than a bundle has: it is not opened.</source>
        <translation>{path} contient plus de fichiers qu’un lot n’en a&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{path} holds more than 2 GB of quotes: import it in parts.</source>
        <translation>{path} contient plus de 2 Go de citations&#xa0;: importez-le en plusieurs parties.</translation>
    </message>
    <message>
        <source>{path} holds more than a bundle can: ask for a smaller selection.</source>
        <translation>{path} contient plus qu’un lot ne peut contenir&#xa0;: demandez une sélection plus petite.</translation>
    </message>
    <message>
        <source>{path} holds several texts: give each source a file of its own.</source>
        <translation>{path} contient plusieurs textes&#xa0;: donnez à chaque source son propre fichier.</translation>
    </message>
    <message>
        <source>{path} holds {shown} in a form that no bundle has: it is not opened.</source>
        <translation>{path} contient {shown} sous une forme qu’aucun lot n’a&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{path} holds {shown} twice: it is not opened.</source>
        <translation>{path} contient {shown} deux fois&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{path} holds {shown}, which grows too much when unpacked: it is not opened.</source>
        <translation>{path} contient {shown}, qui grossit trop une fois décompressé&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{path} holds {shown}, which no bundle has: it is not opened.</source>
        <translation>{path} contient {shown}, qu’aucun lot ne contient&#xa0;: il n’est pas ouvert.</translation>
    </message>
    <message>
        <source>{path} is a folder, not an archive: name a file in it.</source>
        <translation>{path} est un dossier, pas une archive&#xa0;: nommez un fichier qui s’y trouve.</translation>
    </message>
    <message>
        <source>{path} is a folder: name a file in it.</source>
        <translation>{path} est un dossier&#xa0;: nommez un fichier qui s’y trouve.</translation>
    </message>
    <message>
        <source>{path} is a folder: name the files in it.</source>
        <translation>{path} est un dossier&#xa0;: nommez les fichiers qui s’y trouvent.</translation>
    </message>
    <message>
        <source>{path} is an SQLite file, but no archive of QuoteCheck: choose another file, or export its quotes to CSV and import that.</source>
        <translation>{path} est un fichier SQLite, mais pas une archive de QuoteCheck&#xa0;: choisissez un autre fichier, ou exportez ses citations en CSV et importez celui-ci.</translation>
    </message>
    <message>
        <source>{path} is another bundle than the one you have looked at: open it again.</source>
        <translation>{path} n’est plus le lot que vous avez examiné&#xa0;: ouvrez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is damaged ({error}): get it again.</source>
        <translation>{path} est endommagé ({error})&#xa0;: récupérez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is damaged ({problem}): get it again.</source>
        <translation>{path} est endommagé ({problem})&#xa0;: procurez-vous-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is larger than a bundle can be: ask for a smaller selection.</source>
        <translation>{path} est plus grand qu’un lot ne peut l’être&#xa0;: demandez une sélection plus petite.</translation>
    </message>
    <message>
        <source>{path} is no bundle, or only a part of one: get it again.</source>
        <translation>{path} n’est pas un lot, ou n’en est qu’une partie&#xa0;: récupérez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({error}): correct it, then import it again.</source>
        <translation>{path} n’est pas du JSON ({error})&#xa0;: corrigez-le, puis importez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is not JSON Lines (line {line}: {error}): each line must be one JSON object.</source>
        <translation>{path} n’est pas du JSON Lines (ligne {line}&#xa0;: {error})&#xa0;: chaque ligne doit être un objet JSON.</translation>
    </message>
    <message>
        <source>{path} is not UTF-8 text: save it as UTF-8, then import it again.</source>
        <translation>{path} n’est pas du texte en UTF-8&#xa0;: enregistrez-le en UTF-8, puis importez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is not a whole Excel workbook: save it anew, or as .csv.</source>
        <translation>{path} n’est pas un classeur Excel complet&#xa0;: enregistrez-le de nouveau, ou en .csv.</translation>
    </message>
    <message>
        <source>{path} is not a whole gzip file: get it again, then import it.</source>
        <translation>{path} n’est pas un fichier gzip complet&#xa0;: procurez-vous-le de nouveau, puis importez-le.</translation>
    </message>
    <message>
        <source>{path} is not an SQLite file: choose another file.</source>
        <translation>{path} n’est pas un fichier SQLite&#xa0;: choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>{path} is open in another program: close it there, then import it.</source>
        <translation>{path} est ouvert dans un autre programme&#xa0;: fermez-le là-bas, puis importez-le.</translation>
    </message>
    <message>
        <source>{path} is signed by {who} ({fingerprint}), whom you have not said to trust: compare these words with them and trust them (“quotecheck share signers”), or say --accept-unknown.</source>
        <translation>{path} est signé par {who} ({fingerprint}), à qui vous n’avez pas dit faire confiance&#xa0;: comparez ces mots ensemble et accordez votre confiance («&#xa0;quotecheck share signers&#xa0;»), ou dites --accept-unknown.</translation>
    </message>
    <message>
        <source>{path} is signed by {who}, whom you do not trust: it is not imported.</source>
        <translation>{path} est signé par {who}, à qui vous ne faites pas confiance&#xa0;: il n’est pas importé.</translation>
    </message>
    <message>
        <source>{path} is there already: choose another name for the backup.</source>
        <translation>{path} existe déjà&#xa0;: choisissez un autre nom pour la sauvegarde.</translation>
    </message>
    <message>
        <source>{path} is there already: choose another name for the key.</source>
        <translation>{path} existe déjà&#xa0;: choisissez un autre nom pour la clé.</translation>
    </message>
    <message>
        <source>{path} is too long to be read at once: save it as JSON Lines (.jsonl), one object a line.</source>
        <translation>{path} est trop long pour être lu d’un coup&#xa0;: enregistrez-le en JSON Lines (.jsonl), un objet par ligne.</translation>
    </message>
    <message>
        <source>{path} is unsigned: say --accept-unsigned to import it all the same.</source>
        <translation>{path} n’est pas signé&#xa0;: dites --accept-unsigned pour l’importer quand même.</translation>
    </message>
    <message>
        <source>{path} may not be read: change its permissions or copy it.</source>
        <translation>{path} n’est pas accessible en lecture&#xa0;: changez ses droits d’accès ou copiez-le.</translation>
    </message>
    <message>
        <source>{path} says no format that is known: name it …{suffixes}.</source>
        <translation>{path} n’indique aucun format connu&#xa0;: nommez-le …{suffixes}.</translation>
    </message>
    <message>
        <source>{path} takes too long to read: export its table to CSV.</source>
        <translation>{path} est trop long à lire&#xa0;: exportez sa table en CSV.</translation>
    </message>
    <message>
        <source>{path} unpacks to more than {most} times its size, as no quotes do: save it as .csv.</source>
        <translation>{path} fait plus de {most} fois sa taille une fois décompressé, ce qui n’est pas le cas de citations&#xa0;: enregistrez-le en .csv.</translation>
    </message>
    <message>
        <source>{path} unpacks to more than {most} times its size, as no quotes do: unpack it, look at it, and import what is in it.</source>
        <translation>{path} fait plus de {most} fois sa taille une fois décompressé, ce qui n’est pas le cas de citations&#xa0;: décompressez-le, regardez-le, et importez ce qu’il contient.</translation>
    </message>
    <message>
        <source>{path} was altered: its manifest is not the one that {name} has signed.</source>
        <translation>{path} a été modifié&#xa0;: son manifeste n’est pas celui que {name} a signé.</translation>
    </message>
    <message>
        <source>{path} was altered: its {name} does not belong to its manifest.</source>
        <translation>{path} a été modifié&#xa0;: son {name} ne correspond pas à son manifeste.</translation>
    </message>
    <message>
        <source>{path} was altered: its {name} is none.</source>
        <translation>{path} a été modifié&#xa0;: son {name} n’en est pas un.</translation>
    </message>
    <message>
        <source>{path} was altered: the signature of {name} has been taken away.</source>
        <translation>{path} a été modifié&#xa0;: la signature de {name} a été retirée.</translation>
    </message>
    <message>
        <source>{path} was altered: {name} does not agree with its manifest.</source>
        <translation>{path} a été modifié&#xa0;: {name} ne s’accorde pas avec son manifeste.</translation>
    </message>
    <message>
        <source>{path} was altered: {name} is not what the manifest lists.</source>
        <translation>{path} a été modifié&#xa0;: {name} n’est pas ce que le manifeste annonce.</translation>
    </message>
    <message>
        <source>{path} would unpack to more than 1 GB: save it as .csv, then import that.</source>
        <translation>{path} dépasserait 1 Go une fois décompressé&#xa0;: enregistrez-le en .csv, puis importez celui-ci.</translation>
    </message>
    <message>
        <source>{path} {what}, so it is no archive: choose another file, or import its quotes into an archive.</source>
        <translation>{path} {what}, ce n’est donc pas une archive&#xa0;: choisissez un autre fichier, ou importez ses citations dans une archive.</translation>
    </message>
    <message>
        <source>{path}, line {number}, is no decision ({error}): it has uid, field and choice, which is mine, theirs, both, keep-open or edit with a text.</source>
        <translation>{path}, ligne {number}, n’est pas une décision ({error})&#xa0;: il y faut uid, field et choice, qui est mine, theirs, both, keep-open, ou edit avec un text.</translation>
    </message>
    <message>
        <source>{place} is refused, for it is no text ({error}).</source>
        <translation>{place} est refusé, car ce n’est pas un texte ({error}).</translation>
    </message>
    <message>
        <source>{place} is refused, for it is not signed by {name}, whom it names.</source>
        <translation>{place} est refusé, car {name}, qui y est nommé, ne l’a pas signé.</translation>
    </message>
    <message>
        <source>{place} is refused, for it is not the text that its source names.</source>
        <translation>{place} est refusé, car ce n’est pas le texte que sa source nomme.</translation>
    </message>
    <message>
        <source>{place} is refused, for it vouches for nothing ({error}).</source>
        <translation>{place} est refusé, car il ne garantit rien ({error}).</translation>
    </message>
    <message>
        <source>{place} is refused, for the entries are not in the order of their uids.</source>
        <translation>{place} est refusé, car les entrées ne sont pas dans l’ordre de leurs identifiants.</translation>
    </message>
    <message>
        <source>{place} is refused, for {problem}: ask whoever made the bundle for another.</source>
        <translation>{place} est refusé ({problem})&#xa0;: demandez un autre lot à qui l’a fait.</translation>
    </message>
    <message>
        <source>{place} is there, and no metadata of Datasette: move it, or publish in another folder.</source>
        <translation>{place} existe et n’est pas de Datasette&#xa0;: déplacez-le, ou publiez dans un autre dossier.</translation>
    </message>
    <message>
        <source>{problem} {wanted}: “quotecheck share signers list” shows them and their keys.</source>
        <translation>{problem} {wanted}&#xa0;: «&#xa0;quotecheck share signers list&#xa0;» les montre avec leurs clés.</translation>
    </message>
    <message>
        <source>{theirs} cannot be both {one} and {other}: choose one of them, and join those two first if they are one.</source>
        <translation>{theirs} ne peut pas être à la fois {one} et {other}&#xa0;: choisissez l’un des deux et, s’ils ne font qu’un, réunissez-les d’abord.</translation>
    </message>
    <message>
        <source>{unclaimed}.</source>
        <translation>{unclaimed}.</translation>
    </message>
    <message>
        <source>{unclaimed}; nothing in the archive resembles it.</source>
        <translation>{unclaimed}&#xa0;; rien dans l’archive n’y ressemble.</translation>
    </message>
    <message>
        <source>{value} cannot stand: {error}.</source>
        <translation>{value} ne convient pas&#xa0;: {error}.</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}, {when}</translation>
    </message>
    <message>
        <source>{year} is before the “{other}” that the article looks back on</source>
        <translation>{year} précède «&#xa0;{other}&#xa0;», que l’article évoque au passé</translation>
    </message>
    <message>
        <source>{year} is further from what it looks back on</source>
        <translation>{year} est plus loin de ce qu’il évoque</translation>
    </message>
    <message>
        <source>{year} is still to come</source>
        <translation>{year} est encore à venir</translation>
    </message>
    <message>
        <source>{year}, and the article announces that day.</source>
        <translation>{year}, et l’article annonce ce jour.</translation>
    </message>
    <message>
        <source>{year}, and the article looks back on that week.</source>
        <translation>{year}, et l’article revient sur cette semaine.</translation>
    </message>
    <message>
        <source>{year}, and the article looks back on that week; it also says “{words}”, so that week was over.</source>
        <translation>{year}, et l’article revient sur cette semaine&#xa0;; il dit aussi «&#xa0;{words}&#xa0;», elle était donc finie.</translation>
    </message>
    <message>
        <source>“{archive}” was left out</source>
        <translation>«&#xa0;{archive}&#xa0;» a été omis</translation>
    </message>
    <message>
        <source>“{article}” was added</source>
        <translation>«&#xa0;{article}&#xa0;» a été ajouté</translation>
    </message>
    <message>
        <source>“{article}” was said in another place</source>
        <translation>«&#xa0;{article}&#xa0;» a été dit à un autre endroit</translation>
    </message>
    <message>
        <source>“{article}” was “{archive}”</source>
        <translation>«&#xa0;{article}&#xa0;» était «&#xa0;{archive}&#xa0;»</translation>
    </message>
    <message>
        <source>“{one}” and “{two}” changed places</source>
        <translation>«&#xa0;{one}&#xa0;» et «&#xa0;{two}&#xa0;» ont été intervertis</translation>
    </message>
    <message>
        <source>“{shown}” ends before it begins; give the earlier day first.</source>
        <translation>«&#xa0;{shown}&#xa0;» finit avant de commencer&#xa0;; donnez d’abord le jour le plus ancien.</translation>
    </message>
    <message>
        <source>“{shown}” is not a date that QuoteCheck understands; {way_out}.</source>
        <translation>«&#xa0;{shown}&#xa0;» n’est pas une date que QuoteCheck comprend&#xa0;; {way_out}.</translation>
    </message>
    <message>
        <source>“{shown}” is too long for a date; {way_out}.</source>
        <translation>«&#xa0;{shown}&#xa0;» est trop long pour une date&#xa0;; {way_out}.</translation>
    </message>
    <message>
        <source>“{text}” can be {one} or {other}; write the month as a word, or {iso}.</source>
        <translation>«&#xa0;{text}&#xa0;» peut être le {one} ou le {other}&#xa0;; écrivez le mois en toutes lettres, ou {iso}.</translation>
    </message>
    <message>
        <source>“{text}” is not in the calendar; {way_out}.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas dans le calendrier&#xa0;; {way_out}.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>“{words}” counts from the date told before it.</source>
        <translation>«&#xa0;{words}&#xa0;» se compte depuis la date qui précède dans le récit.</translation>
    </message>
    <message>
        <source>“{words}” is read against the article’s date, {days}, which was worked out.</source>
        <translation>«&#xa0;{words}&#xa0;» est compté depuis la date de l’article, {days}, qui a été déduite.</translation>
    </message>
    <message>
        <source>“{words}” is read against the article’s date, {days}.</source>
        <translation>«&#xa0;{words}&#xa0;» est compté depuis la date de l’article, {days}.</translation>
    </message>
    <message>
        <source>“{word}” has letters that look alike but are not ({scripts})</source>
        <translation>«&#xa0;{word}&#xa0;» mêle des lettres semblables d’alphabets différents ({scripts})</translation>
    </message>
    <message>
        <source>“{written}” fits the year {year}</source>
        <translation>«&#xa0;{written}&#xa0;» correspond à l’année {year}</translation>
    </message>
    <message>
        <source>“{written}” fits the year {year} ({others})</source>
        <translation>«&#xa0;{written}&#xa0;» correspond à l’année {year} ({others})</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>Confirmed</source>
        <translation>Confirmé</translation>
    </message>
    <message>
        <source>Confirmed: {verdict}</source>
        <translation>Verdict confirmé&#xa0;: {verdict}</translation>
    </message>
    <message>
        <source>Not in the archive</source>
        <translation>Absente de l’archive</translation>
    </message>
    <message>
        <source>Match chosen: “{words}”</source>
        <translation>Correspondance choisie&#xa0;: «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Speaker not named</source>
        <translation>Locuteur non nommé</translation>
    </message>
    <message>
        <source>Speaker: {name}</source>
        <translation>Locuteur&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Date not given</source>
        <translation>Date non précisée</translation>
    </message>
    <message>
        <source>Date: {days}</source>
        <translation>Date&#xa0;: {days}</translation>
    </message>
    <message>
        <source>{verdict}: {reason}</source>
        <translation>{verdict}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Note&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Made a quotation</source>
        <translation>Ajoutée comme citation</translation>
    </message>
    <message>
        <source>Said to be no quotation</source>
        <translation>Écartée&#xa0;: pas une citation</translation>
    </message>
    <message>
        <source>Words corrected: “{words}”</source>
        <translation>Étendue corrigée&#xa0;: «&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
</context>
<context>
    <name>facets</name>
    <message>
        <source>no date</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>speaker unknown</source>
        <translation>locuteur inconnu</translation>
    </message>
    <message>
        <source>no publisher</source>
        <translation>sans éditeur</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>words</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>locuteur</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>first day</source>
        <translation>premier jour</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>dernier jour</translation>
    </message>
    <message>
        <source>role</source>
        <translation>fonction</translation>
    </message>
    <message>
        <source>status</source>
        <translation>statut</translation>
    </message>
    <message>
        <source>occasion</source>
        <translation>circonstance</translation>
    </message>
    <message>
        <source>context</source>
        <translation>contexte</translation>
    </message>
    <message>
        <source>other names</source>
        <translation>autres noms</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>fonctions</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>title</source>
        <translation>titre</translation>
    </message>
    <message>
        <source>publisher</source>
        <translation>éditeur</translation>
    </message>
    <message>
        <source>link</source>
        <translation>lien</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>how</source>
        <translation>manière</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>{field} changed</source>
        <translation>champ modifié&#xa0;: {field}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}&#xa0;: {old} → {new}</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}&#xa0;: {value}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Said on</source>
        <translation>Date des propos</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Circonstance</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>{name} is longer than {count} characters; check it with “quotecheck check”.</source>
        <translation>{name} dépasse {count} caractères&#xa0;; vérifiez-le avec «&#xa0;quotecheck check&#xa0;».</translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>1</source>
        <comment>the first day of a month</comment>
        <translation>1er</translation>
    </message>
    <message>
        <source>{month} {day}, {year}</source>
        <translation>{day}&#xa0;{month} {year}</translation>
    </message>
    <message>
        <source>as you entered it</source>
        <translation>saisie par vous</translation>
    </message>
    <message>
        <source>from the page’s metadata</source>
        <translation>d’après les métadonnées de la page</translation>
    </message>
    <message>
        <source>as the text says</source>
        <translation>d’après le texte</translation>
    </message>
    <message>
        <source>inferred</source>
        <translation>date déduite</translation>
    </message>
    <message>
        <source>{basis}: {reason}</source>
        <translation>{basis}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{language}, a translation</source>
        <translation>{language}, traduction</translation>
    </message>
    <message>
        <source>{language}, translated from {original}</source>
        <translation>{language}, traduction (original en {original})</translation>
    </message>
    <message>
        <source>Speaker not named</source>
        <translation>Locuteur non nommé</translation>
    </message>
    <message>
        <source>not said by {speaker}</source>
        <translation>non dit par {speaker}</translation>
    </message>
    <message>
        <source>imagined of {speaker}</source>
        <translation>prêté à {speaker}</translation>
    </message>
    <message>
        <source>{speaker}, as told by {teller}</source>
        <translation>{speaker}, selon {teller}</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>«&#xa0;{words}&#xa0;»</translation>
    </message>
    <message>
        <source>Who said this? {speaker}</source>
        <translation>Qui l’a dit&#x202f;? {speaker}</translation>
    </message>
    <message>
        <source>({percent} % sure)</source>
        <translation>(sûr à {percent}&#xa0;%)</translation>
    </message>
    <message>
        <source>no date given</source>
        <translation>sans date</translation>
    </message>
    <message>
        <source>{days}, inferred</source>
        <translation>{days}, déduite</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>vérifiée</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>non vérifiée</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>contestée</translation>
    </message>
    <message>
        <source>retracted</source>
        <translation>rétractée</translation>
    </message>
    <message>
        <source>Own archive</source>
        <translation>Archive personnelle</translation>
    </message>
    <message>
        <source>The archived statement reads: “{words}”{who}.</source>
        <translation>Le texte archivé est le suivant&#xa0;: «&#xa0;{words}&#xa0;»{who}.</translation>
    </message>
    <message>
        <source>Source: {source}.</source>
        <translation>Source&#xa0;: {source}.</translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Locuteur</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Also in</source>
        <translation>Aussi dans</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Contexte</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Circonstance</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Other name</source>
        <translation>Autre nom</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Étiquette</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>Retrieved on</source>
        <translation>Consultée le</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimée</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>supprimée</translation>
    </message>
    <message>
        <source>“{theirs}” may be “{mine}”</source>
        <translation>«&#xa0;{theirs}&#xa0;» est peut-être «&#xa0;{mine}&#xa0;»</translation>
    </message>
    <message>
        <source>{name} ({desk})</source>
        <translation>{name} ({desk})</translation>
    </message>
    <message>
        <source>Whole, but unsigned: nobody vouches for it.</source>
        <translation>Intact, mais non signé&#xa0;: personne ne s’en porte garant.</translation>
    </message>
    <message>
        <source>Whole, signed by yourself, {who}.</source>
        <translation>Intact, signé par vous-même, {who}.</translation>
    </message>
    <message>
        <source>Whole, signed by {who}, but NOT with the key that you know of {name}.</source>
        <translation>Intact, signé par {who}, mais PAS avec la clé que vous connaissez de {name}.</translation>
    </message>
    <message>
        <source>Whole, signed by {who}, whom you do not know yet.</source>
        <translation>Intact, signé par {who}, que vous ne connaissez pas encore.</translation>
    </message>
    <message>
        <source>Whole, signed by {who}, whom you trust.</source>
        <translation>Intact, signé par {who}, à qui vous vous fiez.</translation>
    </message>
    <message>
        <source>Whole, signed by {who}, whom you do not trust.</source>
        <translation>Intact, signé par {who}, à qui vous ne vous fiez pas.</translation>
    </message>
    <message>
        <source>Whole, signed by {who}, whom you know but have not said to trust.</source>
        <translation>Intact, signé par {who}, que vous connaissez sans vous y être encore fié.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>To join</source>
        <translation>À réunir</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mise à jour</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Identical</source>
        <translation>Identique</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Réécrite</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>La leur</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Les deux</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>En suspens</translation>
    </message>
    <message>
        <source>{name} is unsigned: it tells nobody’s key.</source>
        <translation>{name} n’est pas signé&#xa0;: il ne révèle la clé de personne.</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>Verbatim</source>
        <translation>Mot à mot</translation>
    </message>
    <message>
        <source>Minor</source>
        <translation>Mineur</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Inversé</translation>
    </message>
    <message>
        <source>Paraphrase?</source>
        <translation>Paraphrase&#x202f;?</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Uncheckable</source>
        <translation>Invérifiable</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Non vérifié</translation>
    </message>
    <message>
        <source>The same words as in the archive.</source>
        <translation>Les mêmes mots que dans l’archive.</translation>
    </message>
    <message>
        <source>Only differences that change nothing, or that the article discloses.</source>
        <translation>Seulement des différences qui ne changent rien, ou que l’article signale.</translation>
    </message>
    <message>
        <source>Words were added, dropped or replaced.</source>
        <translation>Des mots ont été ajoutés, supprimés ou remplacés.</translation>
    </message>
    <message>
        <source>A change that can turn the meaning.</source>
        <translation>Un changement qui peut renverser le sens.</translation>
    </message>
    <message>
        <source>Perhaps the same statement in other words: for a person to judge.</source>
        <translation>Peut-être la même déclaration en d’autres termes&#xa0;: à un humain d’en juger.</translation>
    </message>
    <message>
        <source>Nothing in the archive resembles it.</source>
        <translation>Rien dans l’archive n’y ressemble.</translation>
    </message>
    <message>
        <source>Too few words to tell.</source>
        <translation>Trop peu de mots pour trancher.</translation>
    </message>
    <message>
        <source>No archive was asked.</source>
        <translation>Aucune archive n’a été consultée.</translation>
    </message>
    <message>
        <source>Said by someone else</source>
        <translation>Mal attribuée</translation>
    </message>
    <message>
        <source>Said on another day</source>
        <translation>Mal datée</translation>
    </message>
    <message>
        <source>Words left out unmarked</source>
        <translation>Coupe non signalée</translation>
    </message>
    <message>
        <source>The “…” hides something that matters</source>
        <translation>Le «&#xa0;…&#xa0;» masque un élément important</translation>
    </message>
    <message>
        <source>Joined from several places</source>
        <translation>Assemblée de plusieurs passages</translation>
    </message>
    <message>
        <source>The context matters</source>
        <translation>Le contexte compte</translation>
    </message>
    <message>
        <source>Translated</source>
        <translation>Traduite</translation>
    </message>
    <message>
        <source>Several archived quotes fit</source>
        <translation>Plusieurs citations archivées possibles</translation>
    </message>
    <message>
        <source>Disputed in the archive</source>
        <translation>Contestée dans l’archive</translation>
    </message>
    <message>
        <source>This quotation mark opens a quotation that is never closed in its paragraph.</source>
        <translation>Ce guillemet ouvre une citation qui n’est jamais refermée dans son paragraphe.</translation>
    </message>
    <message>
        <source>This quotation mark closes a quotation that was never opened in its paragraph.</source>
        <translation>Ce guillemet ferme une citation qui n’a jamais été ouverte dans son paragraphe.</translation>
    </message>
    <message>
        <source>This quotation mark has no partner in its paragraph.</source>
        <translation>Ce guillemet est isolé dans son paragraphe.</translation>
    </message>
</context>
</TS>
