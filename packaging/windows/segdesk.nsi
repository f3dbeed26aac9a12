; Makes setup.exe for one user, without an administrator. Called by make_setup.py, which defines
;   VERSION  0.1.0        NUMBERS  0.1.0.0       BUNDLE  the frozen folder
;   ICON     a .ico       OUT      the setup.exe to write
;   SIGN     optional: the command that signs a file, "%1" being the file
; Every name in the registry is below HKEY_CURRENT_USER, so that nobody else on the computer is concerned.

Unicode true
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinVer.nsh

!define NAME "SegDesk"
!define PROGRAM "SegDesk.exe"
!define CONSOLE "segdesk-cli.exe"
!define CLASSES "Software\Classes"
!define DATABASE_KIND "SegDesk.Database"
!define TABLE_KIND "SegDesk.Table"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\SegDesk"
; Where segdesk/paths.py keeps data, settings and log on Windows.
!define DATA "$LOCALAPPDATA\SegDesk"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\SegDesk"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Installs ${NAME}"
VIAddVersionKey "CompanyName" "The SegDesk developers"
VIAddVersionKey "LegalCopyright" "MIT licence"

!ifdef SIGN
  !finalize '${SIGN}'
  !uninstfinalize '${SIGN}'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

LangString NEEDS_64 ${LANG_ENGLISH} "SegDesk needs a 64-bit Windows 10 or newer."
LangString IS_OPEN ${LANG_ENGLISH} "SegDesk is open. Close its window, then choose Retry."
LangString A_DATABASE ${LANG_ENGLISH} "SegDesk database"
LangString A_TABLE ${LANG_ENGLISH} "Customer file"
LangString DELETE_DATA ${LANG_ENGLISH} "Shall your datasets, results and settings be deleted too?$\n$\nThey are in ${DATA}. Choose No to keep them, for example because you install a newer SegDesk. A database that you moved elsewhere is kept in any case."

!macro Register kind description
  WriteRegStr HKCU "${CLASSES}\${kind}" "" "${description}"
  WriteRegStr HKCU "${CLASSES}\${kind}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${CLASSES}\${kind}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
!macroend

; "Open with" lists SegDesk for these; which program opens them by a double click stays as it is.
!macro OfferFor suffix
  WriteRegNone HKCU "${CLASSES}\${suffix}\OpenWithProgids" "${TABLE_KIND}"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\SupportedTypes" "${suffix}" ""
!macroend

!macro NoLongerOfferFor suffix
  DeleteRegValue HKCU "${CLASSES}\${suffix}\OpenWithProgids" "${TABLE_KIND}"
!macroend

; A running program can't be written over: ask until it can, or stop. Silently it just stops.
!macro UntilClosed un
Function ${un}UntilClosed
  again:
  IfFileExists "$INSTDIR\${PROGRAM}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors 0 opened
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_OPEN)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Abort
  opened:
  FileClose $0
  closed:
FunctionEnd
!macroend
!insertmacro UntilClosed ""
!insertmacro UntilClosed "un."

; What an older SegDesk left is taken away by name: the folder may hold files of somebody else.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\${CONSOLE}"
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(NEEDS_64)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
FunctionEnd

Section "Install"
  Call UntilClosed
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"

  !insertmacro Register "${DATABASE_KIND}" "$(A_DATABASE)"
  WriteRegStr HKCU "${CLASSES}\.segdesk" "" "${DATABASE_KIND}"
  !insertmacro Register "${TABLE_KIND}" "$(A_TABLE)"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\Applications\${PROGRAM}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro OfferFor ".csv"
  !insertmacro OfferFor ".tsv"
  !insertmacro OfferFor ".xlsx"
  !insertmacro OfferFor ".xls"
  !insertmacro OfferFor ".ods"

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The SegDesk developers"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  Call un.UntilClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  ; Without /r: a folder that holds anything else stays.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${DATABASE_KIND}"
  DeleteRegKey HKCU "${CLASSES}\${TABLE_KIND}"
  DeleteRegKey HKCU "${CLASSES}\Applications\${PROGRAM}"
  ReadRegStr $0 HKCU "${CLASSES}\.segdesk" ""
  StrCmp $0 "${DATABASE_KIND}" 0 taken_by_another
    DeleteRegKey HKCU "${CLASSES}\.segdesk"
  taken_by_another:
  !insertmacro NoLongerOfferFor ".csv"
  !insertmacro NoLongerOfferFor ".tsv"
  !insertmacro NoLongerOfferFor ".xlsx"
  !insertmacro NoLongerOfferFor ".xls"
  !insertmacro NoLongerOfferFor ".ods"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}

  RMDir /r "${DATA}\Cache"
  IfFileExists "${DATA}\*.*" 0 no_data
  ; Silently nothing is deleted.
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DELETE_DATA)" /SD IDNO IDNO no_data
    RMDir /r "${DATA}"
  no_data:
SectionEnd
