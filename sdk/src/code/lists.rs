//! Generated from `schema/codelists/`; the test that reads them rewrites it under `UPDATE_EXPECT=1`.

use super::{ClosedList, codelist, open_list};

codelist! { AcceptedEvidenceKind, "accepted-evidence-kind", "What is accepted from others", "认可内容" {
    Identity = "identity", "Identity and guardianship", "身份与监护";
    Household = "household", "Household", "家庭情况";
    Economic = "economic", "Means of the household", "家庭经济状况";
    Diagnosis = "diagnosis", "Diagnosis", "诊断与病情";
    HomeVisit = "home-visit", "Home visit", "入户走访";
    Expenses = "expenses", "Expenses and bills", "费用与票据";
    AllPapers = "all-papers", "All papers", "全部材料";
} }

codelist! { AgeBoundary, "age-boundary", "How an age limit ends", "年龄上限的算法" {
    ThroughYear = "through-year", "Through that age, over it on the next birthday", "满该周岁仍可，下一个生日当天起超龄";
    ThroughYearNextDay = "through-year-next-day", "Through that age, over it on the day after the next birthday", "满该周岁仍可，下一个生日次日起超龄";
    BelowYear = "below-year", "Below that age, over it on that birthday", "未满该周岁，该岁生日当天起超龄";
    BelowYearNextDay = "below-year-next-day", "Below that age, over it on the day after that birthday", "未满该周岁，该岁生日次日起超龄";
    Unspecified = "unspecified", "The published term does not say", "公布的条件没有写明";
} }

codelist! { AgeReference, "age-reference", "The event by which an age is counted", "年龄以何时为准" {
    ApplicationSubmitted = "application-submitted", "Application submitted", "提交申请";
    FirstEntered = "first-entered", "First entered in the programme's system", "首次录入项目系统";
    Diagnosed = "diagnosed", "Diagnosis", "确诊";
    TreatmentStarted = "treatment-started", "Start of treatment", "开始治疗";
    Operation = "operation", "Operation", "手术";
    Decision = "decision", "Decision", "审核通过";
    Enrolment = "enrolment", "Enrolment", "入学或加入";
    Unspecified = "unspecified", "The published term does not say", "公布的条件没有写明";
} }

codelist! { AidKind, "aid-kind", "Kinds of aid", "救助方式" {
    Cash = "cash", "Cash, to the family", "资助金（付给家庭）";
    HospitalSetOff = "hospital-set-off", "Set off at the hospital", "医院冲抵";
    Drug = "drug", "Drugs or money for drugs", "赠药或药品资助";
    Surgery = "surgery", "Surgery, free or per case", "免费或定额手术";
    Service = "service", "Service", "服务";
    Insurance = "insurance", "Insurance bought for the child", "购买保险";
    InKind = "in-kind", "Goods", "物资";
    Education = "education", "Education", "助学";
} }

codelist! { AidStatus, "aid-status", "Status of aid", "救助状态" {
    Promised = "promised", "Promised", "已承诺";
    Paid = "paid", "Paid", "已支付";
    Delivered = "delivered", "Delivered", "已交付";
    Returned = "returned", "Returned", "已返还";
    Cancelled = "cancelled", "Cancelled", "已取消";
} }

codelist! { AmountBound, "amount-bound", "Bounds of an amount", "金额界限" {
    Open = "open", "Open, the amount itself not included", "不含本数";
    Closed = "closed", "Closed, the amount itself included", "含本数";
} }

codelist! { AppealOutcome, "appeal-outcome", "Outcomes of an appeal", "申诉结果" {
    Pending = "pending", "Pending", "复核中";
    Maintained = "maintained", "Maintained", "维持原决定";
    Changed = "changed", "Changed", "变更决定";
    Revoked = "revoked", "Revoked", "撤销决定";
    Withdrawn = "withdrawn", "Withdrawn", "已撤回";
} }

codelist! { Ask, "ask", "Whom to ask", "找谁补办" {
    Family = "family", "The family", "家庭";
    Hospital = "hospital", "The hospital", "医院（医生、医务部门）";
    HospitalRecords = "hospital-records", "The hospital's record room", "医院病案室";
    Insurer = "insurer", "The insurer", "医保或保险机构";
    CivilAffairs = "civil-affairs", "Civil affairs", "民政部门";
    VillageCommittee = "village-committee", "The village or residents' committee", "村（居）民委员会";
    Charity = "charity", "The charity", "慈善组织";
    Sender = "sender", "The sender", "发送方";
    Developer = "developer", "The developer", "系统开发人员";
    Secretariat = "secretariat", "The alliance's secretariat", "联盟秘书处";
} }

codelist! { BeneficiaryKind, "beneficiary-kind", "Kinds of beneficiary", "受助对象类别" {
    Child = "child", "Child", "儿童";
    Household = "household", "Household", "家庭";
    Group = "group", "Group", "群体";
} }

codelist! { BurdenBasis, "burden-basis", "What an amount is counted on", "按什么费用计算" {
    Burden = "burden", "Burden of the family", "家庭实际负担";
    SelfPaidAsStated = "self-paid-as-stated", "Self-paid cost as the programme words it", "项目所称的自付费用";
    AfterOtherHelp = "after-other-help", "Burden after other help", "扣除其他帮助后的负担";
    EstimatedGap = "estimated-gap", "Estimated gap", "预计费用缺口";
    TotalCost = "total-cost", "Total cost", "医疗总费用";
} }

codelist! { BurdenDoubt, "burden-doubt", "Doubts about a burden", "负担的疑问" {
    SplitNotTrusted = "split-not-trusted", "The printed self-paid amounts differ from account and cash and are not used", "所印自付加自费不等于账户加现金，不予采用";
    FundsIncomplete = "funds-incomplete", "Not every payment of the funds is printed; the rest of the total is taken as theirs", "基金支付没有印全，合计中其余部分视为基金支付";
    PaymentsDoNotAddUp = "payments-do-not-add-up", "The payments on the bill do not make up its total and are not used", "票据各项支付之和不等于合计，不予采用";
    PaymentsMissing = "payments-missing", "The bill does not state who paid", "票据没有写明各项支付";
    SettlementDoesNotAddUp = "settlement-does-not-add-up", "The settlement does not make up the total of the bill and is not used", "结算金额与票据合计不符，不予采用";
    PapersDiffer = "papers-differ", "The papers differ, and the lowest figure is used", "各张单据的金额不一致，取最低";
    ReimbursementUnknown = "reimbursement-unknown", "The amount of a settled reimbursement is not stated", "有一笔已报销的款项没有写明金额";
    ReimbursedTooMuch = "reimbursed-too-much", "More was reimbursed than had been borne", "事后报销超过了当时的负担";
    MaybeTwice = "maybe-twice", "Another expense has the same issuer, date and amount and may be the same bill", "另有一笔费用的开票单位、日期和金额都相同，可能是同一张票据";
} }

codelist! { BurdenSource, "burden-source", "Where a burden is from", "负担的依据" {
    Payments = "payments", "Account and cash on the bill", "票据上的个人账户加个人现金";
    Settlement = "settlement", "Account and cash by the settlement", "医保结算的个人账户加个人现金";
    TotalLessFunds = "total-less-funds", "The total less what the funds paid", "金额合计减去各基金支付";
} }

codelist! { CaseVerificationMethod, "case-verification-method", "Methods of verification", "核实方式" {
    Phone = "phone", "By phone", "电话核实";
    HomeVisit = "home-visit", "At home", "入户核实";
    HospitalConfirmation = "hospital-confirmation", "Confirmed by the hospital", "医院确认";
    CivilAffairsCheck = "civil-affairs-check", "Through civil affairs", "民政核对";
    VillageCommittee = "village-committee", "Through the village committee", "村（居）委会核实";
    Video = "video", "By video", "视频核实";
    Papers = "papers", "From papers", "材料核对";
    OtherMember = "other-member", "By another member", "其他成员机构核实";
} }

codelist! { CatalogueClass, "catalogue-class", "Classes of the insurance catalogue", "医保目录类别" {
    ClassA = "class-a", "Class A", "甲类";
    ClassB = "class-b", "Class B", "乙类";
    ClassC = "class-c", "Class C, outside the catalogue", "丙类（目录外）";
} }

open_list! { CauseOfHardship, "cause-of-hardship", "Causes of hardship", "致困原因", "illness-of-child", "The child's illness", "患儿疾病" }

codelist! { ClaimState, "claim-state", "States of a claim", "费用占用的状态" {
    Held = "held", "Held", "已占用";
    Paid = "paid", "Paid", "已确认支付";
    Released = "released", "Released", "已解除";
    Expired = "expired", "Expired", "已过期";
    Reversed = "reversed", "Reversed", "已冲回";
} }

codelist! { ConflictKind, "conflict-kind", "Kinds of interest", "利害关系类别" {
    Relative = "relative", "Relative of the family", "亲属";
    FriendOrNeighbour = "friend-or-neighbour", "Friend or neighbour", "亲友邻里";
    Donor = "donor", "Donor, or close to the donor", "捐赠人或其利害关系人";
    Manager = "manager", "Manager of the charity, or close to one", "慈善组织管理人员或其利害关系人";
    Employer = "employer", "Employer", "用人单位";
    TreatingHospital = "treating-hospital", "Treating hospital", "就诊医院";
    Supplier = "supplier", "Supplier", "供货或服务单位";
    Other = "other", "Other", "其他";
} }

codelist! { ConformanceRole, "conformance-role", "Roles of conformance", "一致性角色" {
    Producer = "producer", "Producer", "产出方";
    Consumer = "consumer", "Consumer", "接收方";
    Reporter = "reporter", "Reporter", "报送方";
    Registry = "registry", "Registry", "登记处";
    Evaluator = "evaluator", "Evaluator of tokens", "令牌计算方";
} }

codelist! { ConsentForm, "consent-form", "Forms of consent", "同意形式" {
    PaperSigned = "paper-signed", "Signed on paper", "纸质签名";
    ESignatureReliable = "e-signature-reliable", "Reliable electronic signature", "可靠电子签名";
    EConfirmation = "e-confirmation", "Electronic confirmation", "电子确认";
    OralRecorded = "oral-recorded", "Oral, recorded", "口头同意并记录";
    Fingerprint = "fingerprint", "Fingerprint", "捺印";
} }

codelist! { ConsentPurpose, "consent-purpose", "Purposes of consent", "同意用途" {
    AidApplication = "aid-application", "Deciding on an application", "审核救助申请";
    AidPayment = "aid-payment", "Paying aid", "支付救助款";
    DuplicateCheck = "duplicate-check", "Asking whether aid was given", "查询是否已获救助";
    AidRegistration = "aid-registration", "Registering aid given", "登记救助信息";
    ExpenseClaim = "expense-claim", "Reserving and claiming on an expense", "登记费用占用";
    Referral = "referral", "Referring to another organisation", "转介给其他机构";
    Verification = "verification", "Verifying facts with third parties", "核实情况";
    EconomicVerification = "economic-verification", "Economic status verification", "家庭经济状况核对";
    GovernmentReport = "government-report", "Reporting to civil affairs", "向民政部门报送";
    PublicNotice = "public-notice", "Public notice", "救助公示";
    PublicFundraising = "public-fundraising", "Public fundraising page", "公开募捐页面";
    FollowUp = "follow-up", "Follow-up", "回访";
    DonorReport = "donor-report", "Reporting to donors", "向捐赠人反馈";
    CommercialPlatform = "commercial-platform", "Giving to a commercial platform", "提供给商业平台";
    CrossBorderTransfer = "cross-border-transfer", "Transfer abroad", "向境外提供";
    Statistics = "statistics", "De-identified statistics and research", "去标识化统计与研究";
} }

codelist! { ConsentStatus, "consent-status", "Status of consent", "同意状态" {
    Given = "given", "Given", "已同意";
    Withdrawn = "withdrawn", "Withdrawn", "已撤回";
    Expired = "expired", "Expired", "已过期";
    Refused = "refused", "Refused", "拒绝";
    Superseded = "superseded", "Superseded by a newer consent", "已被新的同意取代";
} }

codelist! { ConsentWithdrawalReason, "consent-withdrawal-reason", "Reasons for withdrawal", "撤回同意原因" {
    NoLongerNeeded = "no-longer-needed", "Help no longer needed", "不再需要救助";
    PrivacyConcern = "privacy-concern", "Concern for privacy", "担心信息泄露";
    DisagreesWithUse = "disagrees-with-use", "Disagrees with the use", "不同意使用方式";
    GuardianChanged = "guardian-changed", "Guardian changed", "监护人变更";
    ChildTurned14 = "child-turned-14", "The child, now 14, decides", "满 14 周岁本人决定";
    Mistake = "mistake", "Given by mistake", "填写错误";
    NotStated = "not-stated", "Not stated", "未说明";
} }

codelist! { ConsenterRole, "consenter-role", "Who consents", "同意人身份" {
    Guardian = "guardian", "Guardian", "监护人";
    Child = "child", "The child", "儿童本人";
    Institution = "institution", "Institution as guardian", "监护机构";
    FamilyMember = "family-member", "Household member", "家庭成员";
    CloseRelativeOfDeceased = "close-relative-of-deceased", "Close relative of the deceased", "死者近亲属";
} }

codelist! { ContactKind, "contact-kind", "Kinds of contact", "联系方式类别" {
    Mobile = "mobile", "Mobile phone", "手机";
    Landline = "landline", "Landline", "固定电话";
    RelativePhone = "relative-phone", "Relative's phone", "亲属电话";
    NeighbourPhone = "neighbour-phone", "Neighbour's phone", "邻居电话";
    Wechat = "wechat", "WeChat", "微信";
    Email = "email", "E-mail", "电子邮箱";
    Postal = "postal", "Postal address", "邮寄地址";
} }

codelist! { CoverageStatus, "coverage-status", "Status of coverage", "参保状态" {
    Insured = "insured", "Insured", "已参保";
    NotInsured = "not-insured", "Not insured", "未参保";
    Suspended = "suspended", "Lapsed", "中断缴费";
    Waiting = "waiting", "Waiting period", "待遇等待期";
    Applied = "applied", "Applied for", "申请中";
    Unknown = "unknown", "Unknown", "不清楚";
} }

codelist! { CrossBorderBasis, "cross-border-basis", "Bases of a transfer abroad", "出境依据" {
    None = "none", "No transfer abroad", "不出境";
    SecurityAssessment = "security-assessment", "Security assessment", "安全评估";
    Certification = "certification", "Certification", "保护认证";
    StandardContract = "standard-contract", "Standard contract", "标准合同";
} }

open_list! { CrowdfundingPlatform, "crowdfunding-platform", "Platforms for personal appeals", "个人求助网络服务平台", "shuidichou", "Shuidichou", "水滴筹" }

codelist! { CrowdfundingStatus, "crowdfunding-status", "Status of an appeal", "筹款状态" {
    Preparing = "preparing", "In preparation", "准备中";
    Raising = "raising", "Raising", "筹款中";
    Ended = "ended", "Ended, not withdrawn", "已结束，未提现";
    PartlyWithdrawn = "partly-withdrawn", "Partly withdrawn", "部分提现";
    Withdrawn = "withdrawn", "Withdrawn", "已提现";
    Suspended = "suspended", "Suspended for checking", "已暂停（核查中）";
    Refunded = "refunded", "Refunded", "已退款";
    Cancelled = "cancelled", "Cancelled", "已撤销";
} }

codelist! { DataClass, "data-class", "Classes of data", "数据类别" {
    Identity = "identity", "Identity", "身份信息";
    IdentityImage = "identity-image", "Images of identity papers", "证件影像";
    Contact = "contact", "Contact", "联系方式";
    Residence = "residence", "Residence", "户籍与住址";
    Guardianship = "guardianship", "Guardianship", "监护关系";
    Household = "household", "Household", "家庭成员";
    Economic = "economic", "Income, property and debts", "收入、财产与债务";
    Hardship = "hardship", "Hardship status", "困难身份";
    Medical = "medical", "Medical", "诊疗信息";
    Insurance = "insurance", "Insurance", "参保与结算";
    Expense = "expense", "Receipts and expenses", "票据与费用";
    FinancialAccount = "financial-account", "Financial account", "银行账户";
    OtherHelp = "other-help", "Other help", "其他帮助";
    AidHistory = "aid-history", "Aid history", "救助记录";
    Photo = "photo", "Photos and videos", "照片与视频";
    Story = "story", "Story for the public", "求助故事";
    ServiceNeed = "service-need", "Service needs", "服务需求";
} }

codelist! { DayKind, "day-kind", "How days are counted", "天数的算法" {
    Calendar = "calendar", "Calendar days", "自然日";
    Working = "working", "Working days", "工作日";
    Unspecified = "unspecified", "Not said", "没有写明";
} }

open_list! { DebtKind, "debt-kind", "Kinds of debt", "债务类别", "medical-arrears", "Unpaid hospital bills", "拖欠医疗费" }

open_list! { DecisionReason, "decision-reason", "Reasons of a decision", "审核原因", "fits", "Fits the programme", "符合项目条件" }

codelist! { DeclarationKind, "declaration-kind", "Kinds of declaration", "声明类别" {
    Truthfulness = "truthfulness", "Truth of the application", "真实性承诺";
    NoDuplicateClaim = "no-duplicate-claim", "No claim above the cost", "不重复报销承诺";
    OtherHelpDisclosed = "other-help-disclosed", "Other help disclosed", "如实告知其他帮助";
    Poverty = "poverty", "Poverty", "贫困声明";
    UseOfFunds = "use-of-funds", "Use of the money as agreed", "专款专用承诺";
    ReturnOfSurplus = "return-of-surplus", "Return of what is left", "结余返还承诺";
    ConflictOfInterest = "conflict-of-interest", "Conflict of interest", "利益冲突声明";
    PublicNoticeChoice = "public-notice-choice", "Choice on public notice", "公示方式选择";
} }

codelist! { DiagnosisSystem, "diagnosis-system", "Diagnosis code systems", "诊断编码体系" {
    WhoIcd10 = "who-icd10", "WHO ICD-10", "世界卫生组织 ICD-10";
    Gbt143962016 = "gbt14396-2016", "Classification and codes of diseases, national standard", "疾病分类与代码（国家标准）";
    NhcClinical20 = "nhc-clinical-2-0", "National clinical edition 2.0", "疾病分类代码国家临床版 2.0";
    Nhsa20 = "nhsa-2-0", "Medical insurance edition 2.0", "医保疾病诊断分类与代码 2.0";
} }

open_list! { DiseaseCatalogue, "disease-catalogue", "The alliance's catalogue of diseases", "联盟病种目录", "leukaemia", "Leukaemia", "白血病" }

codelist! { DocumentForm, "document-form", "Forms of a document", "材料形式" {
    Original = "original", "Original", "原件";
    Copy = "copy", "Copy", "复印件";
    StampedCopy = "stamped-copy", "Stamped copy", "盖章复印件";
    EOriginal = "e-original", "Electronic original", "电子原件";
    EPrint = "e-print", "Print of an electronic original", "电子件打印";
    Scan = "scan", "Scan", "扫描件";
    Photo = "photo", "Photograph", "拍照件";
} }

codelist! { DocumentKind, "document-kind", "Kinds of document", "材料类别" {
    ApplicationForm = "application-form", "Application form", "申请表";
    ChildHouseholdRegister = "child-household-register", "Child's household register", "儿童户口簿";
    ChildIdCard = "child-id-card", "Child's identity card", "儿童身份证";
    BirthCertificate = "birth-certificate", "Medical certificate of birth", "出生医学证明";
    GuardianIdCard = "guardian-id-card", "Guardian's identity card", "监护人身份证";
    GuardianHouseholdRegister = "guardian-household-register", "Guardian's household register", "监护人户口簿";
    GuardianshipProof = "guardianship-proof", "Proof of guardianship", "监护关系证明";
    MarriageOrDivorce = "marriage-or-divorce", "Marriage or divorce paper", "结婚证、离婚证或判决书";
    ResidencePermit = "residence-permit", "Residence permit", "居住证";
    WelfareInstitutionProof = "welfare-institution-proof", "Proof of care by a welfare institution", "福利机构收养证明";
    DiagnosisCertificate = "diagnosis-certificate", "Diagnosis certificate", "诊断证明书";
    InpatientFrontPage = "inpatient-front-page", "Front page of the inpatient record", "住院病案首页";
    DischargeSummary = "discharge-summary", "Discharge summary", "出院小结";
    OutpatientRecord = "outpatient-record", "Outpatient record", "门诊病历";
    ImagingReport = "imaging-report", "Imaging report", "影像报告";
    LaboratoryReport = "laboratory-report", "Laboratory report", "检验报告";
    PathologyReport = "pathology-report", "Pathology report", "病理报告";
    GeneticReport = "genetic-report", "Genetic report", "基因检测报告";
    BoneMarrowReport = "bone-marrow-report", "Bone marrow report", "骨髓检查报告";
    EchoReport = "echo-report", "Echocardiography report", "超声心动图报告";
    TreatmentPlan = "treatment-plan", "Treatment plan and cost estimate", "治疗方案与费用预估";
    AdmissionNotice = "admission-notice", "Admission notice", "入院通知书";
    SurgeryRecord = "surgery-record", "Surgery record", "手术记录";
    PrepaymentDemand = "prepayment-demand", "Demand for prepayment", "预缴（催款）通知单";
    PrepaymentReceipt = "prepayment-receipt", "Receipt of a prepayment", "预缴金收据（押金单）";
    CostList = "cost-list", "Cost list", "费用清单（明细）";
    ReceiptEFile = "receipt-e-file", "Receipt, original electronic file", "电子票据原文件";
    ReceiptPrint = "receipt-print", "Receipt, print of an electronic one", "电子票据打印件";
    ReceiptPaper = "receipt-paper", "Receipt, paper", "纸质票据";
    InsuranceSettlement = "insurance-settlement", "Insurance settlement", "医保结算单";
    CommercialSettlement = "commercial-settlement", "Commercial insurance settlement", "商业保险理赔单";
    HardshipCertificate = "hardship-certificate", "Hardship certificate", "困难身份证明";
    DisabilityCertificate = "disability-certificate", "Disability certificate", "残疾证";
    OrphanCertificate = "orphan-certificate", "Certificate of an orphan or de facto unattended child", "孤儿或事实无人抚养儿童证明";
    RelapseWatchProof = "relapse-watch-proof", "Proof of relapse watch", "防止返贫监测对象证明";
    IncomeProof = "income-proof", "Income proof", "收入证明";
    WageSlips = "wage-slips", "Wage slips of 12 months", "工资流水（12 个月）";
    PropertyStatement = "property-statement", "Property statement", "财产情况说明";
    CommitteeLetter = "committee-letter", "Letter of the village or residents' committee", "村（居）委会情况说明";
    EconomicVerificationReport = "economic-verification-report", "Economic status verification report", "家庭经济状况核对报告";
    PovertyDeclaration = "poverty-declaration", "Declaration of poverty", "贫困声明";
    BankCard = "bank-card", "Bank card", "银行卡";
    ChildPhoto = "child-photo", "Photo of the child", "儿童照片";
    HospitalPhoto = "hospital-photo", "Photo in hospital", "住院照片";
    ConsentForm = "consent-form", "Consent form", "授权同意书";
    Undertaking = "undertaking", "Undertaking", "承诺书";
    DonorAgreement = "donor-agreement", "Aid agreement", "捐助协议";
    CrowdfundingStatement = "crowdfunding-statement", "Statement on online appeals", "网络求助情况说明";
    FollowUpForm = "follow-up-form", "Follow-up form", "回访表";
    AidReceiptConfirmation = "aid-receipt-confirmation", "Confirmation of aid received", "收款（受助）确认";
    DeathCertificate = "death-certificate", "Death certificate", "死亡证明";
    Other = "other", "Other", "其他材料";
} }

codelist! { DocumentType, "document-type", "Types of documents", "标准文件类型" {
    Application = "application", "Application", "统一救助申请";
    Receipt = "receipt", "Receipt", "医疗票据";
    Consent = "consent", "Consent", "授权同意书";
    Manifest = "manifest", "Manifest", "包清单";
    ValidationReport = "validation-report", "Validation report", "校验报告";
    Decision = "decision", "Decision", "审核结果";
    AidRecord = "aid-record", "Aid record", "救助记录";
    Referral = "referral", "Referral", "转介单";
    EconomicVerification = "economic-verification", "Economic verification", "家庭经济状况核对报告";
    Suspicion = "suspicion", "Suspicion", "疑点单";
    AidEntry = "aid-entry", "Aid entry", "救助登记";
    AidReport = "aid-report", "Report of aid", "救助信息报送";
    Capability = "capability", "Capability", "系统能力说明";
    Programme = "programme", "Programme", "救助项目";
    Member = "member", "Member", "成员机构";
    Directory = "directory", "Member directory", "成员名录";
} }

codelist! { EconomicItem, "economic-item", "What an economic verification looks at", "核对内容" {
    HouseholdMembers = "household-members", "Members and registration", "家庭成员与户籍";
    EmploymentIncome = "employment-income", "Wages and business income", "工资与经营收入";
    PensionAllowance = "pension-allowance", "Pensions and allowances", "养老金与补贴";
    Deposits = "deposits", "Deposits", "存款";
    Securities = "securities", "Securities", "证券与理财";
    Housing = "housing", "Housing", "房产";
    Vehicles = "vehicles", "Vehicles", "车辆";
    Business = "business", "Business registration", "工商登记";
    ProvidentFund = "provident-fund", "Housing provident fund", "住房公积金";
    CommercialInsurance = "commercial-insurance", "Commercial insurance", "商业保险";
    RigidExpenditure = "rigid-expenditure", "Rigid expenditure", "刚性支出";
    SocialAssistance = "social-assistance", "Social assistance received", "已享受的社会救助";
} }

codelist! { EndpointKind, "endpoint-kind", "Kinds of endpoint", "接口类别" {
    PackageInbox = "package-inbox", "Inbox for packages", "资料包收件";
    MemberInterface = "member-interface", "Interface of a member", "成员接口";
    RegistryInterface = "registry-interface", "Interface of a registry", "登记处接口";
    EvaluatorInterface = "evaluator-interface", "Interface of an evaluator of tokens", "令牌计算接口";
    Website = "website", "Website", "网站";
    PrivacyNotice = "privacy-notice", "Privacy notice", "个人信息告知书";
} }

codelist! { EntryClass, "entry-class", "Coverage classes of an aid entry", "登记类别（覆盖范围）" {
    Medical = "medical", "Medical cost", "医疗费用";
    Medicine = "medicine", "Medicine", "药品";
    Living = "living", "Living, lodging and travel", "生活与食宿交通";
    Service = "service", "Service", "服务";
    Insurance = "insurance", "Insurance", "保险";
    Education = "education", "Education", "助学";
} }

open_list! { EthnicGroup, "ethnic-group", "Ethnic groups", "民族", "han", "Han", "汉族" }

open_list! { ExpenseKind, "expense-kind", "Kinds of household expense", "支出类别", "medical-out-of-pocket", "Medical cost borne by the family", "自负医疗费" }

codelist! { FollowUpMethod, "follow-up-method", "Methods of follow-up", "回访方式" {
    Phone = "phone", "Phone", "电话";
    HomeVisit = "home-visit", "Home visit", "入户";
    HospitalVisit = "hospital-visit", "Hospital visit", "到院";
    Video = "video", "Video", "视频";
    Message = "message", "Message", "消息";
} }

codelist! { FundingRole, "funding-role", "Parts played in joint aid", "出资角色" {
    Lead = "lead", "Lead payer", "牵头出资";
    CoFunder = "co-funder", "Co-funder", "共同出资";
    PolicySupport = "policy-support", "Policy support", "政策支持";
    Platform = "platform", "Platform", "平台筹款";
    ProfessionalPartner = "professional-partner", "Professional partner", "专业机构合作";
} }

open_list! { GovernmentAidScheme, "government-aid-scheme", "Government aid schemes", "政府救助项目", "tekun-support", "Support for persons in extreme hardship", "特困人员救助供养" }

codelist! { GovernmentAidStatus, "government-aid-status", "Status of government aid", "政府救助状态" {
    NotApplied = "not-applied", "Not applied for", "未申请";
    Applied = "applied", "Applied for", "已申请";
    Granted = "granted", "Granted", "已获批";
    Insufficient = "insufficient", "Granted and not sufficient", "已获批仍不足";
    NotEligible = "not-eligible", "Not eligible", "不符合条件";
    Unknown = "unknown", "Unknown", "不清楚";
} }

codelist! { GuardianKind, "guardian-kind", "Kinds of guardian", "监护人类别" {
    Person = "person", "Person", "自然人";
    Organisation = "organisation", "Organisation", "机构";
} }

codelist! { GuardianshipBasis, "guardianship-basis", "Bases of guardianship", "监护依据" {
    Parent = "parent", "Parent", "父母";
    Adoptive = "adoptive", "Adoption", "收养";
    CloseRelative = "close-relative", "Grandparent, elder sibling or other close relative", "祖父母、外祖父母、兄姐等近亲属";
    Appointed = "appointed", "Appointed", "指定监护";
    EntrustedCare = "entrusted-care", "Entrusted care", "委托照护";
    Institution = "institution", "Institution", "福利机构监护";
    VillageOrResidentsCommittee = "village-or-residents-committee", "Village or residents' committee", "村（居）民委员会监护";
    CivilAffairs = "civil-affairs", "Civil affairs department", "民政部门监护";
} }

codelist! { Hardship, "hardship", "Hardship categories", "困难类别" {
    Tekun = "tekun", "Person in extreme hardship", "特困人员";
    Dibao = "dibao", "Recipient of the minimum living allowance", "最低生活保障对象";
    DibaoEdge = "dibao-edge", "Member of a family at the edge of the minimum living allowance", "最低生活保障边缘家庭成员";
    RigidExpenditure = "rigid-expenditure", "Member of a family with rigid expenditure", "刚性支出困难家庭成员";
    Orphan = "orphan", "Orphan", "孤儿";
    DeFactoUnattended = "de-facto-unattended", "De facto unattended child", "事实无人抚养儿童";
    RelapseWatch = "relapse-watch", "Watched against relapse into poverty", "防止返贫监测对象";
    RelapseWatchUnstable = "relapse-watch-unstable", "Relapse watch: unstably out of poverty", "防止返贫监测对象：脱贫不稳定户";
    RelapseWatchMarginal = "relapse-watch-marginal", "Relapse watch: marginal and prone to poverty", "防止返贫监测对象：边缘易致贫户";
    RelapseWatchSudden = "relapse-watch-sudden", "Relapse watch: sudden severe difficulty", "防止返贫监测对象：突发严重困难户";
    ArchivedPoor = "archived-poor", "Formerly registered poor household", "建档立卡户（脱贫户）";
    SevereDisabilityHousehold = "severe-disability-household", "Household with a severely disabled member", "重度残疾人家庭";
    SingleParentHardship = "single-parent-hardship", "Single-parent household in hardship", "单亲困难家庭";
    OtherWithLetter = "other-with-letter", "Other, with a committee's letter", "其他困难（村居委会情况说明）";
    SelfDeclared = "self-declared", "Self-declared hardship", "自述困难";
} }

codelist! { HardshipVerification, "hardship-verification", "How a hardship was verified", "困难情况核实方式" {
    SelfDeclared = "self-declared", "Self-declared, not verified", "自述，未核实";
    DocumentSeen = "document-seen", "Document seen", "查验证明文件";
    IssuerConfirmed = "issuer-confirmed", "Confirmed with the issuer", "向出具单位核实";
    EconomicVerification = "economic-verification", "Economic status verification", "家庭经济状况核对";
    GovernmentSystem = "government-system", "Checked in a government system", "政府系统比对";
    HomeVisit = "home-visit", "Home visit", "入户走访";
    PlatformVerified = "platform-verified", "Verified by an appeal platform", "求助平台核验";
} }

codelist! { HelpSource, "help-source", "Sources of other help", "其他帮助来源" {
    Government = "government", "Government", "政府救助";
    Charity = "charity", "Charity", "慈善组织";
    Crowdfunding = "crowdfunding", "Personal online appeal", "个人网络求助";
    Employer = "employer", "Employer", "工作单位";
    Community = "community", "Village or community", "村（社区）";
    RelativesAndFriends = "relatives-and-friends", "Relatives and friends", "亲友";
    LiableParty = "liable-party", "Liable third party", "第三方责任人";
    Other = "other", "Other", "其他";
} }

codelist! { HospitalGrade, "hospital-grade", "Hospital grades", "医院等次" {
    Special = "special", "Special", "特等";
    GradeA = "grade-a", "A", "甲等";
    GradeB = "grade-b", "B", "乙等";
    GradeC = "grade-c", "C", "丙等";
    Undetermined = "undetermined", "Not determined", "未定等";
} }

codelist! { HospitalIdentifierSystem, "hospital-identifier-system", "Hospital identifier systems", "医疗机构编号体系" {
    Uscc = "uscc", "Unified social credit code", "统一社会信用代码";
    PracticeLicence = "practice-licence", "Practice licence number", "医疗机构执业许可证登记号";
    InsuranceDesignated = "insurance-designated", "Insurance code of designated hospitals", "定点医疗机构编码";
} }

codelist! { HospitalLevel, "hospital-level", "Hospital levels", "医院级别" {
    Level3 = "level-3", "Level 3", "三级";
    Level2 = "level-2", "Level 2", "二级";
    Level1 = "level-1", "Level 1", "一级";
    Ungraded = "ungraded", "Not graded", "未定级";
} }

codelist! { HukouKind, "hukou-kind", "Kinds of household registration", "户口性质" {
    Agricultural = "agricultural", "Agricultural", "农业户口";
    NonAgricultural = "non-agricultural", "Non-agricultural", "非农业户口";
    Resident = "resident", "Resident, not distinguished", "居民户口";
    Collective = "collective", "Collective", "集体户口";
    None = "none", "Not registered", "未登记户口";
} }

codelist! { IdentifierType, "identifier-type", "Types of personal identifier", "证件与编号类型" {
    ResidentId = "resident-id", "Resident identity number", "居民身份证";
    LegacyResidentId15 = "legacy-resident-id-15", "Legacy 15-digit identity number", "15 位旧身份证号";
    ForeignerPermanentResidenceId = "foreigner-permanent-residence-id", "Foreigner's permanent residence identity card", "外国人永久居留身份证（五星卡）";
    ForeignerPermanentResidenceId2017 = "foreigner-permanent-residence-id-2017", "Foreigner's permanent residence identity card, 2017 version", "外国人永久居留身份证（2017 版）";
    HmtResidencePermit = "hmt-residence-permit", "Residence permit of Hong Kong, Macau and Taiwan residents", "港澳台居民居住证";
    HkMacauTravelPermit = "hk-macau-travel-permit", "Mainland travel permit of Hong Kong and Macau residents", "港澳居民来往内地通行证（回乡证）";
    TaiwanTravelPermit = "taiwan-travel-permit", "Mainland travel permit of Taiwan residents", "台湾居民来往大陆通行证（台胞证）";
    Passport = "passport", "Passport", "护照";
    BirthCertificate = "birth-certificate", "Medical certificate of birth", "出生医学证明";
    HouseholdRegisterEntry = "household-register-entry", "Household register entry, without a number yet", "居民户口簿（尚无身份证号）";
    MilitaryOfficerId = "military-officer-id", "Military officer's card", "军官证";
    InstitutionAdmissionNumber = "institution-admission-number", "Admission number of an institution", "机构入院（入院登记）编号";
    OtherDocument = "other-document", "Other document", "其他证件";
    NoneYet = "none-yet", "None yet", "暂无证件";
} }

open_list! { IncomeSource, "income-source", "Sources of income", "收入来源", "wages", "Wages", "工资" }

open_list! { Indicator, "indicator", "Indicators of evaluation", "评估指标", "persons-helped", "Persons helped", "受助人数" }

codelist! { InputKind, "input-kind", "Kinds of input", "校验对象种类" {
    Package = "package", "Package", "资料包";
    Document = "document", "Document", "单份文件";
} }

open_list! { InstitutionCategory, "institution-category", "Categories of medical institution", "医疗机构类别", "general-hospital", "General hospital", "综合医院" }

codelist! { InsuranceLayer, "insurance-layer", "Layers of coverage", "保障层次" {
    Basic = "basic", "Basic medical insurance", "基本医疗保险";
    Catastrophic = "catastrophic", "Catastrophic illness insurance", "大病保险";
    MedicalAid = "medical-aid", "Medical aid", "医疗救助";
    CivilServant = "civil-servant", "Civil servants' medical subsidy", "公务员医疗补助";
    Supplementary = "supplementary", "Supplementary insurance (enterprise, large amounts)", "补充医疗保险（企业补充、大额补充）";
    Huimin = "huimin", "City inclusive insurance (huimin)", "惠民保";
    Commercial = "commercial", "Commercial insurance, school insurance included", "商业保险（含学平险）";
    MutualFund = "mutual-fund", "Mutual fund", "互助基金";
    CharityBought = "charity-bought", "Insurance bought by a charity", "慈善出资购买的保险";
} }

codelist! { InsuranceType, "insurance-type", "Types of medical insurance", "医保类型" {
    EmployeeBasic = "employee-basic", "Employees' basic medical insurance", "职工基本医疗保险";
    ResidentBasic = "resident-basic", "Residents' basic medical insurance", "城乡居民基本医疗保险";
    UrbanResident = "urban-resident", "Urban residents' insurance (former)", "城镇居民基本医疗保险（旧）";
    RuralCooperative = "rural-cooperative", "Rural cooperative scheme (former)", "新型农村合作医疗（旧）";
    RetiredCadre = "retired-cadre", "Retired cadres", "离休";
    OtherSpecial = "other-special", "Other special groups", "其他特殊人员";
    OtherInsurance = "other-insurance", "Other medical insurance", "其他医疗保险";
    None = "none", "No insurance, self-paid", "非医保（自费）";
} }

codelist! { IntakeChannel, "intake-channel", "Intake channels", "受理渠道" {
    Online = "online", "Web", "网页";
    MiniProgram = "mini-program", "Mini-programme", "小程序";
    App = "app", "App", "应用程序";
    Phone = "phone", "Phone", "电话";
    InPerson = "in-person", "In person", "现场";
    HomeVisit = "home-visit", "Home visit", "上门";
    Chat = "chat", "Chat", "微信等即时通讯";
    Post = "post", "Post", "邮寄";
    SystemInterface = "system-interface", "From another system", "系统对接";
    FileImport = "file-import", "Imported from a file", "文件导入";
    Referral = "referral", "Referral", "转介";
} }

codelist! { IntakeRole, "intake-role", "Who recorded the application", "受理人角色" {
    FamilySelf = "family-self", "The family itself", "家庭自行填报";
    HospitalSocialWorker = "hospital-social-worker", "Hospital social worker", "医院社工";
    SocialWorkStation = "social-work-station", "Social work station", "社工站";
    ServiceStation = "service-station", "Aid service station", "救助服务站";
    CharityStaff = "charity-staff", "Charity staff", "慈善组织工作人员";
    Volunteer = "volunteer", "Volunteer", "志愿者";
    CivilAffairsStaff = "civil-affairs-staff", "Civil affairs staff", "民政工作人员";
    VillageOfficer = "village-officer", "Village or residents' committee officer", "村（居）委会干部";
    PlatformConsultant = "platform-consultant", "Platform consultant", "平台顾问";
    InstitutionStaff = "institution-staff", "Welfare institution staff", "福利机构工作人员";
    Other = "other", "Other", "其他";
} }

codelist! { JointMode, "joint-mode", "Modes of joint aid", "联合救助模式" {
    GovernmentFundsCharity = "government-funds-charity", "Government funds a charity", "政府资金支持慈善组织";
    GovernmentPolicySupportsCharity = "government-policy-supports-charity", "Government supports a charity by policy", "政府政策扶持慈善组织";
    GovernmentAndCharityFund = "government-and-charity-fund", "Government and charity both fund", "政府与慈善组织共同出资";
    CharityAndCharity = "charity-and-charity", "Charity and charity", "慈善组织联合";
    CharityAndPlatform = "charity-and-platform", "Charity and internet platform", "慈善组织与互联网平台联合";
    CharityAndProfessionalBody = "charity-and-professional-body", "Charity and professional body", "慈善组织与专业机构联合";
} }

codelist! { KeyRevocationReason, "key-revocation-reason", "Reasons for revoking a key", "密钥停用原因" {
    Replaced = "replaced", "Replaced", "已更换";
    Lost = "lost", "Lost", "丢失";
    Compromised = "compromised", "Compromised", "泄露";
    RoleEnded = "role-ended", "Holder left the post", "持有人离任";
} }

codelist! { LeftoverDisposition, "leftover-disposition", "What happens to money left over", "结余处理" {
    Returned = "returned", "Returned", "退回";
    SamePurpose = "same-purpose", "Used for the same or a similar purpose", "用于相同或近似目的";
    KeptForChild = "kept-for-child", "Kept for the child's further treatment", "留作患儿后续治疗";
    None = "none", "Nothing left", "无结余";
} }

codelist! { LimitPeriod, "limit-period", "The period of a limit", "限额的期间" {
    Once = "once", "Once in a lifetime", "终身一次性计算";
    ProgrammePeriod = "programme-period", "The period of the programme", "项目周期内";
    CalendarYear = "calendar-year", "Each calendar year", "每个自然年";
    SchoolYear = "school-year", "Each school year", "每个学年";
    TwelveMonths = "twelve-months", "Any twelve months", "任意连续 12 个月";
    Admission = "admission", "Each admission", "每次住院";
} }

codelist! { LimitScope, "limit-scope", "Whom a limit counts for", "限额针对谁" {
    Child = "child", "Each child", "每名儿童";
    ChildAndDisease = "child-and-disease", "Each child and disease", "每名儿童每个病种";
    Family = "family", "Each family", "每个家庭";
    Treatment = "treatment", "Each treatment or operation", "每次治疗或手术";
} }

codelist! { MemberRevocationReason, "member-revocation-reason", "Reasons for revoking a member", "成员移出原因" {
    Left = "left", "Left", "退出";
    Expelled = "expelled", "Expelled", "除名";
    Suspended = "suspended", "Suspended", "暂停";
    Merged = "merged", "Merged", "合并";
    Dissolved = "dissolved", "Dissolved", "注销";
} }

codelist! { MemberRole, "member-role", "Roles of a member", "成员角色" {
    Charity = "charity", "Charity", "慈善组织";
    Hospital = "hospital", "Hospital", "医疗机构";
    CivilAffairs = "civil-affairs", "Civil affairs", "民政部门";
    Platform = "platform", "Appeal platform", "求助平台";
    Insurer = "insurer", "Insurer", "保险机构";
    ServiceProvider = "service-provider", "Service provider", "服务机构";
    Registry = "registry", "Registry", "登记处";
    Evaluator = "evaluator", "Evaluator of tokens", "令牌计算方";
    Secretariat = "secretariat", "Alliance secretariat", "联盟秘书处";
} }

codelist! { MoneyNature, "money-nature", "Natures of money", "资金性质" {
    CharityAid = "charity-aid", "Charity aid", "慈善救助";
    PersonalGift = "personal-gift", "Personal gift", "个人赠与";
    Insurance = "insurance", "Insurance", "保险赔付";
    PublicMoney = "public-money", "Public money", "财政资金";
    HospitalReduction = "hospital-reduction", "Hospital's reduction", "医院减免";
    OwnMoney = "own-money", "The family's own money", "家庭自付";
} }

codelist! { NoIdentifierReason, "no-identifier-reason", "Reasons for having no identifier", "暂无证件原因" {
    Newborn = "newborn", "Newborn, papers not made out yet", "新生儿，证件尚未办理";
    BirthCertificatePending = "birth-certificate-pending", "Birth certificate being issued", "出生医学证明办理中";
    RegistrationPending = "registration-pending", "Household registration pending", "户口登记办理中";
    Unregistered = "unregistered", "Not registered in any household", "尚未登记户口";
    AbandonedOrFound = "abandoned-or-found", "Abandoned or found child", "弃婴或查找不到生父母";
    DocumentsLost = "documents-lost", "Papers lost and being replaced", "证件遗失，补办中";
    BornAbroad = "born-abroad", "Born abroad, papers not converted yet", "境外出生，材料未转换";
    Other = "other", "Other", "其他";
} }

codelist! { NoticeField, "notice-field", "What a public notice shows", "公示内容" {
    CaseNumber = "case-number", "Number of the case", "案件编号";
    SurnameMasked = "surname-masked", "Surname, given name hidden", "姓氏（名字隐去）";
    Sex = "sex", "Sex", "性别";
    AgeBand = "age-band", "Age band", "年龄段";
    BirthYear = "birth-year", "Year of birth", "出生年份";
    Province = "province", "Province", "省份";
    City = "city", "City", "城市";
    DiseaseGroup = "disease-group", "Disease group", "病种";
    Programme = "programme", "Programme", "项目";
    Amount = "amount", "Amount", "金额";
    Dates = "dates", "Dates", "日期";
    ObjectionChannel = "objection-channel", "Channel for objections", "异议渠道";
    FullName = "full-name", "Full name", "完整姓名";
    IdentityNumber = "identity-number", "Identity number", "证件号码";
    BirthDate = "birth-date", "Date of birth", "出生日期";
    Address = "address", "Address", "详细地址";
    Phone = "phone", "Telephone", "电话";
    School = "school", "School", "学校";
    Photo = "photo", "Photo", "照片";
    BankAccount = "bank-account", "Bank account", "银行账户";
    GuardianName = "guardian-name", "Name of the guardian", "监护人姓名";
    HospitalNumber = "hospital-number", "Hospital number", "住院号等病历编号";
} }

codelist! { NoticeKind, "notice-kind", "Kinds of notice", "通知类别" {
    PossibleMatch = "possible-match", "Aid may have been given", "可能已有救助";
    BurdenLowered = "burden-lowered", "Burden lowered", "家庭负担调低";
    BurdenExceeded = "burden-exceeded", "More claimed than the burden", "占用与支付超过家庭负担";
    ExpenseVoided = "expense-voided", "Bill voided", "票据已冲红";
    HoldExpired = "hold-expired", "Hold expired", "占用已过期";
    ConsentWithdrawn = "consent-withdrawn", "Consent withdrawn", "授权同意书已撤回";
    SuspicionRecorded = "suspicion-recorded", "Suspicion or meeting recorded", "疑点或会商有更新";
    PackageState = "package-state", "State of a package changed", "资料包状态有更新";
} }

codelist! { OtherHelpStatus, "other-help-status", "Status of other help", "其他帮助状态" {
    Applied = "applied", "Applied for", "已申请";
    Promised = "promised", "Promised", "已承诺";
    Received = "received", "Received", "已到账";
    Refused = "refused", "Refused", "未获批";
    Returned = "returned", "Returned", "已退回";
    Unknown = "unknown", "Unknown", "不清楚";
} }

codelist! { Outcome, "outcome", "Outcomes of a rule", "检查结果" {
    Pass = "pass", "Pass", "通过";
    Fail = "fail", "Fail", "不通过";
    NotApplicable = "not-applicable", "Not applicable", "不适用";
    CouldNotCheck = "could-not-check", "Could not check", "无法检查";
} }

codelist! { Overlap, "overlap", "Whether aid may overlap with other aid", "与其他救助能否叠加" {
    Allowed = "allowed", "Allowed", "可以叠加";
    AllowedIfDeclared = "allowed-if-declared", "Allowed if declared", "如实申报后可以叠加";
    AllowedUpToShare = "allowed-up-to-share", "Allowed up to a share of the cost", "可以叠加，但合计有比例上限";
    NotForSameCost = "not-for-same-cost", "Not for the same cost", "同一笔费用不得叠加";
    NotAllowed = "not-allowed", "Not allowed", "不得叠加";
    Unspecified = "unspecified", "The published term does not say", "公布的条件没有写明";
} }

codelist! { PackagePurpose, "package-purpose", "Purposes of a package", "资料包用途" {
    Application = "application", "Application", "申请";
    Supplement = "supplement", "Supplement", "补充材料";
    Referral = "referral", "Referral", "转介";
    Decision = "decision", "Decision", "审核结果";
    AidDetails = "aid-details", "Details of aid given", "救助详情";
    Verification = "verification", "Verification", "核实材料";
    AidReport = "aid-report", "Report of aid", "救助信息报送";
    Portability = "portability", "Portability", "个人信息转移";
    Archive = "archive", "Archive", "归档";
    Test = "test", "Test", "测试";
} }

codelist! { PaperConcerns, "paper-concerns", "Whose paper it is", "材料是谁的" {
    Child = "child", "The child", "儿童本人";
    OneGuardian = "one-guardian", "One guardian", "任一监护人";
    EveryGuardian = "every-guardian", "Every guardian", "每位监护人";
    Household = "household", "The household", "家庭";
} }

codelist! { PaperRole, "paper-role", "What a paper is to its expense", "单据在费用中的作用" {
    Bill = "bill", "Bill", "票据";
    PaperReissue = "paper-reissue", "Paper re-issue", "换开纸质票";
    SettlementList = "settlement-list", "Settlement list", "医保结算单";
    DetailList = "detail-list", "Detail list", "收费明细";
    SplitCopy = "split-copy", "Split copy", "分割单";
} }

open_list! { PartnerRole, "partner-role", "Roles of partners", "合作方角色", "funder", "Funds", "出资" }

codelist! { PayeeKind, "payee-kind", "Kinds of payee", "收款方类别" {
    GuardianCard = "guardian-card", "Guardian's bank card", "监护人银行卡";
    ChildCard = "child-card", "Child's bank card", "儿童本人银行卡";
    Passbook = "passbook", "Passbook", "存折";
    HospitalAccount = "hospital-account", "Hospital's account", "医院账户";
    InstitutionAccount = "institution-account", "Welfare institution's account", "福利机构账户";
    Supplier = "supplier", "Supplier of goods or services", "供货或服务单位";
    Insurer = "insurer", "Insurer", "保险公司";
} }

codelist! { PayerKind, "payer-kind", "Kinds of payer", "出资方类别" {
    BasicInsurance = "basic-insurance", "Basic insurance", "基本医保";
    CatastrophicInsurance = "catastrophic-insurance", "Catastrophic insurance", "大病保险";
    MedicalAid = "medical-aid", "Medical aid", "医疗救助";
    SupplementaryInsurance = "supplementary-insurance", "Supplementary insurance and huimin", "补充保险与惠民保";
    CommercialInsurance = "commercial-insurance", "Commercial insurance", "商业保险";
    MutualFund = "mutual-fund", "Mutual fund", "互助基金";
    GovernmentAid = "government-aid", "Other government aid", "政府其他救助";
    Charity = "charity", "Charity", "慈善组织";
    Hospital = "hospital", "Hospital's reduction", "医院减免";
    PharmaceuticalCompany = "pharmaceutical-company", "Pharmaceutical company", "药企";
    Crowdfunding = "crowdfunding", "Personal appeal", "个人求助筹款";
    Family = "family", "Family", "家庭";
} }

codelist! { PaymentChannel, "payment-channel", "Payment channels", "支付方式" {
    BankTransfer = "bank-transfer", "Bank transfer", "银行转账";
    HospitalSettlement = "hospital-settlement", "Settled with the hospital", "医院结算冲抵";
    Voucher = "voucher", "Voucher", "凭证或药卡";
    GoodsDelivery = "goods-delivery", "Goods handed over", "实物发放";
} }

codelist! { PriorAidScope, "prior-aid-scope", "Whose earlier aid counts", "既往救助的范围" {
    SameProgramme = "same-programme", "This programme", "本项目";
    SameProgrammeAndDisease = "same-programme-and-disease", "This programme, for the same disease", "本项目同一病种";
    SameOrganisation = "same-organisation", "Other programmes of the organisation", "本机构其他项目";
    OtherCharity = "other-charity", "Other charities", "其他慈善组织";
    Any = "any", "Any aid", "任何救助";
} }

codelist! { Problem, "problem", "Why a request was not done", "无法办理的原因" {
    Malformed = "malformed", "The request cannot be read", "内容无法读取";
    UnsupportedVersion = "unsupported-version", "Version not supported", "版本不支持";
    SignatureMissing = "signature-missing", "Not signed", "缺少签名";
    SignatureWrong = "signature-wrong", "Signature does not verify", "签名不符";
    SignatureStale = "signature-stale", "Signature too old or too new", "签名时间不符";
    Replayed = "replayed", "Request replayed", "请求重复使用";
    NotAMember = "not-a-member", "Not a member", "不是有效成员";
    NotYours = "not-yours", "Not yours to do", "无权操作";
    NoConsent = "no-consent", "No live consent", "没有有效的授权同意书";
    Unknown = "unknown", "Not found", "没有找到";
    NoSuchOperation = "no-such-operation", "No such operation", "没有这一接口";
    Method = "method", "Wrong method", "方法不对";
    Conflict = "conflict", "Different from what was sent before", "与先前内容不同";
    OverBurden = "over-burden", "More than the burden leaves", "超过家庭负担";
    NotHeld = "not-held", "No longer held", "占用已失效";
    Fence = "fence", "Fence does not fit", "占用凭据不符";
    Voided = "voided", "The bill is void", "票据已冲红";
    Epoch = "epoch", "Wrong epoch", "密钥周期不符";
    TooLarge = "too-large", "Too large", "内容过大";
    MediaType = "media-type", "Wrong type of content", "内容类型不对";
    Unsound = "unsound", "The document is not sound", "文件未通过校验";
    Quota = "quota", "Quota used up", "当日次数已用完";
    TooMany = "too-many", "Too many requests", "请求过于频繁";
    Internal = "internal", "Something went wrong here", "系统故障";
    Unavailable = "unavailable", "Not available now", "暂时无法处理";
    Timeout = "timeout", "Took too long", "处理超时";
} }

codelist! { ProcessState, "process-state", "States of a case", "办理状态" {
    Draft = "draft", "Draft", "草稿";
    Submitted = "submitted", "Submitted", "已提交";
    IntakeCheck = "intake-check", "Intake check", "材料初审";
    Verification = "verification", "Verification", "核实";
    Review = "review", "Review", "评审";
    PublicNotice = "public-notice", "Public notice", "公示";
    Approved = "approved", "Approved, award notice given", "已通过（资助告知）";
    Waitlisted = "waitlisted", "Waitlisted", "候补";
    Rejected = "rejected", "Rejected", "不予资助";
    Referred = "referred", "Referred", "已转介";
    Agreement = "agreement", "Agreement", "签订协议";
    ReceiptsSubmitted = "receipts-submitted", "Receipts submitted", "已交票据";
    Payment = "payment", "Payment", "拨付";
    FollowUp = "follow-up", "Follow-up", "回访";
    Closed = "closed", "Closed", "结案";
    SupplementRequested = "supplement-requested", "Supplement requested", "待补材料";
    Withdrawn = "withdrawn", "Withdrawn", "申请人撤回";
    Suspended = "suspended", "Suspended for a suspicion", "暂停（疑点核查）";
    Recovered = "recovered", "Recovered", "已返还";
    Expired = "expired", "Award notice expired", "告知书逾期";
    Deceased = "deceased", "The child has died", "患儿去世";
} }

codelist! { ProcessorRole, "processor-role", "Roles in processing", "处理者角色" {
    Controller = "controller", "Personal information processor", "个人信息处理者";
    Joint = "joint", "Joint processor", "共同处理者";
    Entrusted = "entrusted", "Entrusted party", "受托人";
    Recipient = "recipient", "Recipient", "接收方";
} }

codelist! { ProgrammeStatus, "programme-status", "Status of a programme", "项目状态" {
    Planned = "planned", "Planned", "筹备中";
    Open = "open", "Open to applications", "接受申请";
    Paused = "paused", "Paused", "暂停受理";
    Closed = "closed", "Closed to applications", "停止受理";
    Ended = "ended", "Ended", "已结束";
    Unknown = "unknown", "Unknown", "不清楚";
} }

open_list! { ProgrammeTag, "programme-tag", "Tags of programmes", "项目标签", "critical-illness", "Critical illness", "大病救助" }

open_list! { PropertyKind, "property-kind", "Kinds of property", "财产类别", "home-owned", "Home lived in", "自住房" }

codelist! { PublicNoticeMode, "public-notice-mode", "Modes of public notice", "公示方式" {
    Masked = "masked", "Masked", "脱敏公示";
    CodeOnly = "code-only", "By code only", "编号公示";
} }

codelist! { ReadyMark, "ready-mark", "Marks of readiness", "材料齐备标记" {
    NotAsked = "not-asked", "No programme named", "未指定项目";
} }

codelist! { ReceiptItemCategory, "receipt-item-category", "Categories of charge", "收费项目类别" {
    Consultation = "consultation", "Consultation", "诊察费";
    Examination = "examination", "Examination", "检查费";
    Laboratory = "laboratory", "Laboratory", "化验费";
    Treatment = "treatment", "Treatment", "治疗费";
    Surgery = "surgery", "Surgery", "手术费";
    Consumables = "consumables", "Medical consumables", "卫生材料费";
    WesternMedicine = "western-medicine", "Western medicine", "西药费";
    TcmDecoctionPieces = "tcm-decoction-pieces", "Chinese decoction pieces", "中药饮片";
    ChinesePatentMedicine = "chinese-patent-medicine", "Chinese patent medicine", "中成药费";
    GeneralService = "general-service", "General service fee", "一般诊疗费";
    Registration = "registration", "Registration", "挂号费";
    Bed = "bed", "Bed", "床位费";
    Nursing = "nursing", "Nursing", "护理费";
    OtherOutpatient = "other-outpatient", "Other outpatient charge", "其他门急诊收费";
    OtherInpatient = "other-inpatient", "Other inpatient charge", "其他住院收费";
} }

codelist! { ReceiptKind, "receipt-kind", "Kinds of receipt", "票据类别" {
    FiscalEOutpatient = "fiscal-e-outpatient", "Fiscal e-bill, outpatient", "医疗门诊收费票据（电子）";
    FiscalEInpatient = "fiscal-e-inpatient", "Fiscal e-bill, inpatient", "医疗住院收费票据（电子）";
    FiscalEDetail = "fiscal-e-detail", "Fiscal e-bill, detail list", "医疗收费明细（电子）";
    FiscalPaperOutpatient = "fiscal-paper-outpatient", "Fiscal paper bill, outpatient", "医疗门诊收费票据（机打）";
    FiscalPaperInpatient = "fiscal-paper-inpatient", "Fiscal paper bill, inpatient", "医疗住院收费票据（机打）";
    TaxEInvoice = "tax-e-invoice", "Fully digital tax e-invoice", "数电票";
    VatEInvoice = "vat-e-invoice", "VAT e-invoice (older)", "增值税电子发票（旧）";
    Settlement = "settlement", "Insurance settlement (list)", "医保结算单（结算清单）";
    Prepayment = "prepayment", "Receipt of a prepayment", "预缴金收据（押金单）";
    PharmacySlip = "pharmacy-slip", "Pharmacy till slip", "药店小票";
    Other = "other", "Other", "其他";
} }

codelist! { ReceiptLineage, "receipt-lineage", "How receipts are linked", "票据关联" {
    RedBill = "red-bill", "Red bill", "红票（冲红）";
    PaperReissue = "paper-reissue", "Paper re-issue of an e-bill", "换开纸质票";
    DetailList = "detail-list", "Detail list", "费用明细";
    SettlementList = "settlement-list", "Settlement list", "医保结算清单";
    Prepayment = "prepayment", "Prepayment", "预缴金收据";
    SplitCopy = "split-copy", "Split copy", "分割单";
    Replacement = "replacement", "Replacement after a red bill", "重开票据";
} }

codelist! { ReceiptRecordingMethod, "receipt-recording-method", "How a receipt was recorded", "票据录入方式" {
    Xml = "xml", "Read from XML", "读取 XML 文件";
    Ofd = "ofd", "Read from OFD", "读取 OFD 文件";
    Pdf = "pdf", "Read from the text of a PDF", "读取 PDF 文字";
    Ocr = "ocr", "Optical character recognition", "图像识别";
    Typed = "typed", "Typed by a person", "人工录入";
    Interface = "interface", "Received over an interface", "接口传入";
} }

codelist! { ReceiptVerificationMethod, "receipt-verification-method", "How a receipt was verified", "票据查验方式" {
    NationalPlatform = "national-platform", "National fiscal e-bill platform", "全国财政电子票据查验平台";
    ProvincialPlatform = "provincial-platform", "Provincial fiscal e-bill platform", "省级财政电子票据平台";
    TaxPlatform = "tax-platform", "Tax invoice platform", "税务发票查验平台";
    IssuerConfirmed = "issuer-confirmed", "Confirmed with the hospital", "向开票医院核实";
    InsurerConfirmed = "insurer-confirmed", "Confirmed with the insurer", "向医保经办机构核实";
    FileSignature = "file-signature", "Signature of the electronic file", "电子文件签名验证";
    OriginalSeen = "original-seen", "Paper original seen", "查看纸质原件";
    None = "none", "Not verified", "未查验";
} }

codelist! { ReceiptVerificationResult, "receipt-verification-result", "Results of verifying a receipt", "票据查验结果" {
    Matched = "matched", "Matched", "相符";
    NotFound = "not-found", "Not found", "查无此票";
    Mismatched = "mismatched", "Elements differ", "要素不符";
    Reversed = "reversed", "Reversed by a red bill", "已冲红";
    Reissued = "reissued", "Re-issued on paper", "已换开纸质票";
    Voided = "voided", "Voided", "已作废";
    Unavailable = "unavailable", "Could not be verified", "平台无法查验";
} }

codelist! { RecipientClass, "recipient-class", "Classes of recipient", "接收方类别" {
    Charity = "charity", "Charity", "慈善组织";
    Government = "government", "Government", "政府部门";
    Hospital = "hospital", "Hospital", "医疗机构";
    Insurer = "insurer", "Insurer", "医保或保险机构";
    CommercialPlatform = "commercial-platform", "Commercial platform", "商业平台";
    Research = "research", "Research body", "研究机构";
    Registry = "registry", "Alliance registry", "联盟登记处";
    ForeignOrganisation = "foreign-organisation", "Foreign organisation", "境外组织";
} }

codelist! { ReferralDirection, "referral-direction", "Directions of a referral", "转介方向" {
    Outgoing = "outgoing", "Outgoing", "转出";
    Incoming = "incoming", "Incoming", "转入";
} }

codelist! { ReferralOutcome, "referral-outcome", "Outcomes of a referral", "转介结果" {
    Pending = "pending", "Pending", "待回复";
    Accepted = "accepted", "Accepted", "已接收";
    Refused = "refused", "Refused", "未接收";
    ReferredOn = "referred-on", "Referred on", "再转介";
    Withdrawn = "withdrawn", "Withdrawn", "已撤回";
} }

codelist! { ReferralReason, "referral-reason", "Reasons for referral", "转介原因" {
    Underfunded = "underfunded", "Underfunded", "筹款或资助不足";
    OtherServiceNeeded = "other-service-needed", "Other service needed", "需要其他服务";
    OutsideScope = "outside-scope", "Outside scope", "超出救助范围";
    GovernmentEligibility = "government-eligibility", "May be eligible for government aid", "可能符合政府救助";
    CivilAffairsPush = "civil-affairs-push", "Need passed on by civil affairs", "民政部门推送需求";
    Emergency = "emergency", "Emergency", "紧急情况";
} }

codelist! { RegionBasis, "region-basis", "What ties a child to a region", "地区以何为准" {
    Hukou = "hukou", "Household registration", "户籍地";
    Residence = "residence", "Residence", "常住地";
    Insured = "insured", "Place of insurance", "参保地";
    Hospital = "hospital", "Place of the hospital", "就诊医院所在地";
    School = "school", "Place of the school", "就读学校所在地";
} }

codelist! { ReimbursementStatus, "reimbursement-status", "Status of a reimbursement", "报销状态" {
    Settled = "settled", "Settled", "已结算";
    Pending = "pending", "Pending", "待报销";
    Refused = "refused", "Refused", "不予报销";
    NotApplied = "not-applied", "Not applied for", "未申请";
    Unknown = "unknown", "Unknown", "不清楚";
} }

codelist! { Relation, "relation", "Relation to the child", "与儿童的关系" {
    Child = "child", "The child", "本人";
    Father = "father", "Father", "父亲";
    Mother = "mother", "Mother", "母亲";
    StepOrAdoptiveFather = "step-or-adoptive-father", "Step- or adoptive father", "继父或养父";
    StepOrAdoptiveMother = "step-or-adoptive-mother", "Step- or adoptive mother", "继母或养母";
    PaternalGrandfather = "paternal-grandfather", "Paternal grandfather", "祖父";
    PaternalGrandmother = "paternal-grandmother", "Paternal grandmother", "祖母";
    MaternalGrandfather = "maternal-grandfather", "Maternal grandfather", "外祖父";
    MaternalGrandmother = "maternal-grandmother", "Maternal grandmother", "外祖母";
    ElderBrother = "elder-brother", "Elder brother", "兄";
    YoungerBrother = "younger-brother", "Younger brother", "弟";
    ElderSister = "elder-sister", "Elder sister", "姐";
    YoungerSister = "younger-sister", "Younger sister", "妹";
    UncleOrAunt = "uncle-or-aunt", "Uncle or aunt", "伯叔舅姨姑";
    OtherRelative = "other-relative", "Other relative", "其他亲属";
    NonRelative = "non-relative", "Not a relative", "非亲属";
    WelfareInstitution = "welfare-institution", "Child welfare institution", "儿童福利机构";
    VillageOrResidentsCommittee = "village-or-residents-committee", "Village or residents' committee", "村（居）民委员会";
    CivilAffairs = "civil-affairs", "Civil affairs department", "民政部门";
    OtherOrganisation = "other-organisation", "Other organisation", "其他机构";
} }

codelist! { ReportCorrectionReason, "report-correction-reason", "Reasons for a correction", "更正原因" {
    EnteredWrongly = "entered-wrongly", "Entered wrongly", "录入有误";
    ReportedTwice = "reported-twice", "Reported twice", "重复报送";
    LeftOut = "left-out", "Left out", "漏报";
    AidReturned = "aid-returned", "Aid returned", "救助已返还";
    AidCancelled = "aid-cancelled", "Aid cancelled", "救助已取消";
    ConsentWithdrawn = "consent-withdrawn", "Consent withdrawn", "授权同意书已撤回";
    AuthorityReply = "authority-reply", "Corrected on the authority's reply", "按主管部门反馈更正";
    Other = "other", "Other", "其他";
} }

codelist! { ReportRowResult, "report-row-result", "What the authority found", "主管部门核对结果" {
    Agrees = "agrees", "Agrees", "一致";
    StatusAdjusted = "status-adjusted", "Agrees, the status was adjusted", "一致，困难身份已调整";
    Differs = "differs", "Differs", "不一致";
    PersonNotFound = "person-not-found", "Person not found", "查无此人";
    NotChecked = "not-checked", "Not checked", "未核对";
} }

codelist! { RequestKind, "request-kind", "What is asked for", "申请内容" {
    MedicalCost = "medical-cost", "Medical cost", "医疗费用";
    Drug = "drug", "Drugs", "药品";
    Living = "living", "Living allowance", "生活补助";
    LodgingTransport = "lodging-transport", "Lodging and travel", "食宿交通";
    Service = "service", "Service", "服务";
    Education = "education", "Education", "助学";
    AssistiveDevice = "assistive-device", "Assistive device", "辅助器具";
    Supplement = "supplement", "Supplement to an earlier grant", "补充资助";
} }

codelist! { ResidenceKind, "residence-kind", "Kinds of residence", "户籍与居住类别" {
    HouseholdRegister = "household-register", "Place of household registration", "户籍地";
    CurrentResidence = "current-residence", "Current residence", "现住址";
    TreatmentLodging = "treatment-lodging", "Lodging during treatment", "就医期间住处";
    Institution = "institution", "Institution", "所在机构";
} }

codelist! { RetentionClass, "retention-class", "Retention classes", "留存类别" {
    ApplicationOpen = "application-open", "Application in progress", "办理中的申请";
    AidFile = "aid-file", "Aid file", "救助档案";
    Accounting = "accounting", "Accounting voucher", "会计凭证";
    DisclosureLog = "disclosure-log", "Log of giving and entrusting data", "提供与委托处理记录";
    ImpactAssessment = "impact-assessment", "Impact assessment and processing records", "影响评估与处理记录";
    NotAccepted = "not-accepted", "Application not accepted", "未受理的申请";
    StorageOnly = "storage-only", "Storage only", "仅存储";
} }

codelist! { ReturnReason, "return-reason", "Reasons of a return", "返还原因" {
    TreatmentEnded = "treatment-ended", "Treatment ended, money left", "治疗结束有结余";
    ChildDied = "child-died", "The child died", "患儿去世";
    PaidTooMuch = "paid-too-much", "Paid too much", "多付";
    LaterReimbursed = "later-reimbursed", "Reimbursed later", "后来获得报销";
    HospitalRefund = "hospital-refund", "Refunded by the hospital", "医院退款";
    AccountWrong = "account-wrong", "Wrong account", "账户有误退回";
    NotUsedAsAgreed = "not-used-as-agreed", "Not used as agreed", "未按约定使用";
    ObtainedByUntruth = "obtained-by-untruth", "Obtained by untruth", "情况不实";
    FamilyGaveUp = "family-gave-up", "Given back by the family", "家庭主动退回";
    Other = "other", "Other", "其他";
} }

codelist! { ReviewMethod, "review-method", "Methods of review", "评审方式" {
    SingleReviewer = "single-reviewer", "One reviewer", "单人审核";
    Panel = "panel", "Panel", "评审会";
    ExpertOnline = "expert-online", "Experts online", "专家网络评审";
    Batch = "batch", "In a batch", "分批评审";
    Emergency = "emergency", "Emergency approval", "紧急审批";
} }

codelist! { ReviewOpinion, "review-opinion", "Opinions of a reviewer", "评审意见" {
    Approve = "approve", "For", "同意";
    Reject = "reject", "Against", "不同意";
    Defer = "defer", "Wait", "暂缓";
    Abstain = "abstain", "Abstains", "弃权";
} }

codelist! { Rung, "rung", "Rungs of validation", "校验阶梯" {
    Readable = "readable", "Readable", "可读取";
    Structured = "structured", "Structured", "结构合格";
    Consistent = "consistent", "Consistent", "内容一致";
} }

codelist! { Satisfaction, "satisfaction", "Satisfaction", "满意度" {
    Satisfied = "satisfied", "Satisfied", "满意";
    MostlySatisfied = "mostly-satisfied", "Mostly satisfied", "基本满意";
    Dissatisfied = "dissatisfied", "Dissatisfied", "不满意";
    NotAsked = "not-asked", "Not asked", "未询问";
} }

codelist! { SealKind, "seal-kind", "Kinds of seal", "印章类别" {
    Hospital = "hospital", "Hospital", "医院公章";
    MedicalAffairs = "medical-affairs", "Medical affairs", "医务（处、科）章";
    Diagnosis = "diagnosis", "Diagnosis certificates", "诊断证明专用章";
    RecordRoom = "record-room", "Record room", "病案室章";
    Ward = "ward", "Ward or department", "病区或科室章";
    Finance = "finance", "Finance", "财务或收费专用章";
    InsuranceOffice = "insurance-office", "Insurance office", "医保部门章";
    CivilAffairs = "civil-affairs", "Civil affairs", "民政部门章";
    Township = "township", "Township or subdistrict", "乡镇（街道）章";
    Committee = "committee", "Village or residents' committee", "村（居）民委员会章";
    RuralAffairs = "rural-affairs", "Rural affairs", "农业农村（乡村振兴）部门章";
    DisabledPersonsFederation = "disabled-persons-federation", "Disabled persons' federation", "残联章";
    Court = "court", "Court", "法院章";
    Employer = "employer", "Employer", "用人单位章";
    Institution = "institution", "Welfare institution", "福利机构章";
    Charity = "charity", "Charity", "慈善组织章";
    ESeal = "e-seal", "Electronic seal", "电子签章";
    None = "none", "None", "无章";
} }

open_list! { ServiceNeed, "service-need", "Service needs", "服务需求", "medical-advice", "Medical advice", "就医指导" }

codelist! { SettlementLayer, "settlement-layer", "Layers of a settlement", "结算层次" {
    PooledFund = "pooled-fund", "Basic pooled fund", "医保统筹基金支付";
    CivilServant = "civil-servant", "Civil servants' subsidy", "公务员医疗补助";
    EnterpriseSupplement = "enterprise-supplement", "Enterprise supplement", "企业补充医疗保险";
    Catastrophic = "catastrophic", "Residents' catastrophic insurance", "居民大病保险";
    LargeAmount = "large-amount", "Employees' large-amount subsidy", "职工大额医疗费用补助";
    DisabledMilitary = "disabled-military", "Disabled personnel", "伤残人员医疗保障";
    MedicalAid = "medical-aid", "Medical aid", "医疗救助";
    OtherFund = "other-fund", "Other fund", "其他基金支付";
    HospitalBorne = "hospital-borne", "Borne by the hospital", "医院负担";
    Huimin = "huimin", "City inclusive insurance (huimin)", "惠民保";
    Commercial = "commercial", "Commercial insurance", "商业保险";
    MutualFund = "mutual-fund", "Mutual fund", "互助基金";
    PersonalAccount = "personal-account", "Personal account", "个人账户支付";
    FamilyAccount = "family-account", "Family's shared account", "个人账户共济支付";
    PersonalCash = "personal-cash", "Personal cash", "个人现金支付";
} }

codelist! { Severity, "severity", "Severities", "严重程度" {
    Error = "error", "Error", "错误";
    Warning = "warning", "Warning", "警告";
    Info = "info", "Information", "提示";
} }

codelist! { Sex, "sex", "Sex", "性别" {
    Male = "male", "Male", "男";
    Female = "female", "Female", "女";
    Unknown = "unknown", "Unknown", "未知的性别";
    Unstated = "unstated", "Not stated", "未说明的性别";
} }

codelist! { ShareSource, "share-source", "What says that a payer paid", "支付的依据" {
    Bill = "bill", "By the bill", "票据";
    Settlement = "settlement", "By the settlement", "医保结算";
    LaterReimbursement = "later-reimbursement", "Reimbursed later", "事后报销";
    Application = "application", "By the application, not taken off", "申请书所载，未扣减";
} }

codelist! { SignedMark, "signed-mark", "Marks of signature", "签名标记" {
    NotSigned = "not-signed", "Not signed", "未签名";
    NotChecked = "not-checked", "Signed, signatures not checked", "有签名（未核验）";
    Signed = "signed", "Signed", "签名有效";
    NotAccepted = "not-accepted", "Signed, signatures not accepted", "签名不被接受";
} }

open_list! { StatusTransition, "status-transition", "Transitions between states", "状态流转", "process-state-begins-draft", "Begins -> Draft", "开始 → 草稿" }

codelist! { SubmitterRole, "submitter-role", "Roles of the submitter", "提交人角色" {
    Appealer = "appealer", "Person in need", "求助人";
    Guardian = "guardian", "Guardian", "监护人";
    Publisher = "publisher", "Publisher of an appeal", "信息发布人";
    Agent = "agent", "Agent", "代办人";
    Recorder = "recorder", "Recorder", "录入人";
    Member = "member", "Member organisation", "成员机构";
} }

codelist! { SuspicionKind, "suspicion-kind", "Kinds of suspicion", "疑点类别" {
    PossibleDuplicate = "possible-duplicate", "Possible duplicate", "可能重复救助";
    OverAllocation = "over-allocation", "More than the burden of a bill", "占用超过家庭负担";
    InformationDiffers = "information-differs", "Information differs", "信息不一致";
    PaperDoubtful = "paper-doubtful", "Doubtful paper", "材料存疑";
    IdentityDoubtful = "identity-doubtful", "Doubtful identity", "身份存疑";
    OtherHelpUndisclosed = "other-help-undisclosed", "Other help not told", "其他帮助未说明";
    UseDoubtful = "use-doubtful", "Doubtful use of money", "资金使用存疑";
    DuplicateFundraising = "duplicate-fundraising", "Duplicate fundraising", "重复筹款";
    UndeclaredInterest = "undeclared-interest", "Interest not declared", "利害关系未声明";
    Other = "other", "Other", "其他";
} }

codelist! { SuspicionResolution, "suspicion-resolution", "What follows from a suspicion", "疑点处理措施" {
    NoAction = "no-action", "Nothing to do", "无须处理";
    ShareTheBill = "share-the-bill", "The payers share the bill", "各方分担费用";
    CorrectRecords = "correct-records", "Records corrected", "更正记录";
    AskForPapers = "ask-for-papers", "More papers asked for", "补充材料";
    VerifyAgain = "verify-again", "Verified again", "重新核实";
    ReduceAward = "reduce-award", "Award reduced", "调减资助";
    StopAward = "stop-award", "Award stopped", "终止资助";
    RecoverMoney = "recover-money", "Money recovered", "返还资金";
    FlagMisconduct = "flag-misconduct", "Misconduct noted", "记录失信行为";
    PassToAuthority = "pass-to-authority", "Passed to an authority", "移送有关部门";
} }

codelist! { SuspicionSource, "suspicion-source", "Sources of a suspicion", "疑点来源" {
    Rule = "rule", "Found by a rule", "规则检查";
    Registry = "registry", "Answer of the registry", "登记处查询";
    Member = "member", "A member", "成员机构";
    PublicObjection = "public-objection", "Objection to a public notice", "公示异议";
    FollowUp = "follow-up", "Follow-up", "回访";
    Platform = "platform", "Appeal platform", "求助平台";
    CivilAffairs = "civil-affairs", "Civil affairs", "民政部门";
    Donor = "donor", "Donor", "捐赠人";
    Other = "other", "Other", "其他";
} }

codelist! { SuspicionStatus, "suspicion-status", "Status of a suspicion", "疑点状态" {
    Raised = "raised", "Raised", "已提出";
    UnderReview = "under-review", "Under review", "会商中";
    Cleared = "cleared", "Cleared", "已排除";
    Upheld = "upheld", "Upheld", "已确认";
    Appealed = "appealed", "Appealed", "申诉中";
} }

codelist! { TokenKind, "token-kind", "Kinds of token", "令牌种类" {
    ResidentId = "resident-id", "Resident id and permits of the same form", "居民身份证号及同形证件";
    BirthCertificate = "birth-certificate", "Birth certificate and birth date", "出生医学证明编号与出生日期";
    GuardianAndBirth = "guardian-and-birth", "Guardian id, birth date, sex and birth order", "监护人证件、出生日期、性别与出生顺序";
    InstitutionAdmission = "institution-admission", "Institution code and its admission number", "福利机构代码与入院编号";
    OtherDocument = "other-document", "Other document with issuer and type", "其他证件，含签发机关与类型";
} }

codelist! { TokenPurpose, "token-purpose", "Purposes of a token", "令牌用途" {
    Subject = "subject", "The person who is helped", "受助人";
    Expense = "expense", "An expense", "费用";
} }

codelist! { TokenSuite, "token-suite", "Suites of tokens", "令牌算法套件" {
    Ristretto255Sha512 = "ristretto255-sha512", "ristretto255 with SHA-512 (VOPRF)", "ristretto255 与 SHA-512（VOPRF）";
} }

codelist! { Transport, "transport", "Means of transport", "传送方式" {
    File = "file", "Files", "文件";
    Http = "http", "HTTP", "接口";
} }

open_list! { TreatmentKind, "treatment-kind", "Kinds of treatment", "治疗方式", "surgery", "Surgery", "手术" }

codelist! { TreatmentStage, "treatment-stage", "Stages of treatment", "治疗阶段" {
    Suspected = "suspected", "Suspected, not diagnosed", "疑似，未确诊";
    Diagnosed = "diagnosed", "Diagnosed, not treated yet", "已确诊，未治疗";
    Planned = "planned", "Treatment planned", "已定治疗方案";
    AwaitingSurgery = "awaiting-surgery", "Awaiting surgery", "等待手术";
    InTreatment = "in-treatment", "In treatment", "治疗中";
    Operated = "operated", "Operated", "已手术";
    Transplanted = "transplanted", "Transplanted", "已移植";
    Rehabilitation = "rehabilitation", "Rehabilitation", "康复期";
    Maintenance = "maintenance", "Maintenance treatment", "维持治疗";
    FollowUp = "follow-up", "Follow-up", "随访";
    Relapsed = "relapsed", "Relapsed", "复发";
    Palliative = "palliative", "Palliative care", "安宁疗护";
    Ended = "ended", "Treatment ended", "治疗结束";
    Deceased = "deceased", "The child has died", "患儿去世";
} }

codelist! { UncountedReason, "uncounted-reason", "Why a paper does not count", "单据不计入的原因" {
    Prepayment = "prepayment", "A prepayment counts through the final bill only", "预缴金只通过结算票据计入";
    PharmacySlip = "pharmacy-slip", "A till slip has no reliable number", "药店小票没有可靠的编号";
    NotABill = "not-a-bill", "Not a medical bill", "不是医疗票据";
    RedBill = "red-bill", "A red bill cancels another", "红票，冲销其他票据";
    NegativeTotal = "negative-total", "Negative, but not called a red bill", "金额为负，又不是红票";
    NotInYuan = "not-in-yuan", "Not in Chinese yuan", "不是人民币金额";
    UnreadableDate = "unreadable-date", "The date of issue does not exist", "开票日期不存在";
    NoNumber = "no-number", "The bill has no code and number", "没有票据代码和号码";
    ReissueNamesNoBill = "reissue-names-no-bill", "Does not say which e-bill it re-issues", "没有写明换自哪张电子票据";
    NamesNoBill = "names-no-bill", "Does not say which bill it belongs to", "没有写明属于哪张票据";
    NamesSeveralBills = "names-several-bills", "Points to more than one bill", "指向不止一张票据";
    BillNotHere = "bill-not-here", "Its bill is not here or does not count", "所属票据不在其中或不计入";
    OfRedBill = "of-red-bill", "Belongs to a red bill", "属于一张红票";
    Duplicate = "duplicate", "The same paper again", "同一张单据重复";
    Reversed = "reversed", "Cancelled by a red bill", "已被红票冲销";
    Replaced = "replaced", "Issued anew", "已重开";
    NoLongerStands = "no-longer-stands", "Verification says reversed or voided", "查验显示已冲红或作废";
} }

open_list! { UnitKind, "unit-kind", "Kinds of unit", "下设单位类别", "service-station", "Service station", "救助服务站" }

codelist! { Urgency, "urgency", "Urgency", "紧急程度" {
    Emergency = "emergency", "Emergency, life in danger", "紧急（危及生命）";
    Urgent = "urgent", "Urgent", "急需";
    Scheduled = "scheduled", "Scheduled", "择期";
    Routine = "routine", "Routine", "常规";
} }

codelist! { VerificationResult, "verification-result", "Results of a verification", "核对结果" {
    Confirmed = "confirmed", "Confirmed", "属实";
    PartlyConfirmed = "partly-confirmed", "Partly confirmed", "部分属实";
    NotConfirmed = "not-confirmed", "Not confirmed", "不属实";
    CouldNotVerify = "could-not-verify", "Could not be verified", "无法核实";
} }

/// Every closed list, by name.
///
/// ```
/// use tongzhou::code::lists::CLOSED;
///
/// assert!(CLOSED.iter().any(|closed| closed.list == "hardship"));
/// assert!(CLOSED.is_sorted_by_key(|closed| closed.list));
/// ```
pub const CLOSED: &[ClosedList] = &[
    ClosedList::of::<AcceptedEvidenceKind>(),
    ClosedList::of::<AgeBoundary>(),
    ClosedList::of::<AgeReference>(),
    ClosedList::of::<AidKind>(),
    ClosedList::of::<AidStatus>(),
    ClosedList::of::<AmountBound>(),
    ClosedList::of::<AppealOutcome>(),
    ClosedList::of::<Ask>(),
    ClosedList::of::<BeneficiaryKind>(),
    ClosedList::of::<BurdenBasis>(),
    ClosedList::of::<BurdenDoubt>(),
    ClosedList::of::<BurdenSource>(),
    ClosedList::of::<CaseVerificationMethod>(),
    ClosedList::of::<CatalogueClass>(),
    ClosedList::of::<ClaimState>(),
    ClosedList::of::<ConflictKind>(),
    ClosedList::of::<ConformanceRole>(),
    ClosedList::of::<ConsentForm>(),
    ClosedList::of::<ConsentPurpose>(),
    ClosedList::of::<ConsentStatus>(),
    ClosedList::of::<ConsentWithdrawalReason>(),
    ClosedList::of::<ConsenterRole>(),
    ClosedList::of::<ContactKind>(),
    ClosedList::of::<CoverageStatus>(),
    ClosedList::of::<CrossBorderBasis>(),
    ClosedList::of::<CrowdfundingStatus>(),
    ClosedList::of::<DataClass>(),
    ClosedList::of::<DayKind>(),
    ClosedList::of::<DeclarationKind>(),
    ClosedList::of::<DiagnosisSystem>(),
    ClosedList::of::<DocumentForm>(),
    ClosedList::of::<DocumentKind>(),
    ClosedList::of::<DocumentType>(),
    ClosedList::of::<EconomicItem>(),
    ClosedList::of::<EndpointKind>(),
    ClosedList::of::<EntryClass>(),
    ClosedList::of::<FollowUpMethod>(),
    ClosedList::of::<FundingRole>(),
    ClosedList::of::<GovernmentAidStatus>(),
    ClosedList::of::<GuardianKind>(),
    ClosedList::of::<GuardianshipBasis>(),
    ClosedList::of::<Hardship>(),
    ClosedList::of::<HardshipVerification>(),
    ClosedList::of::<HelpSource>(),
    ClosedList::of::<HospitalGrade>(),
    ClosedList::of::<HospitalIdentifierSystem>(),
    ClosedList::of::<HospitalLevel>(),
    ClosedList::of::<HukouKind>(),
    ClosedList::of::<IdentifierType>(),
    ClosedList::of::<InputKind>(),
    ClosedList::of::<InsuranceLayer>(),
    ClosedList::of::<InsuranceType>(),
    ClosedList::of::<IntakeChannel>(),
    ClosedList::of::<IntakeRole>(),
    ClosedList::of::<JointMode>(),
    ClosedList::of::<KeyRevocationReason>(),
    ClosedList::of::<LeftoverDisposition>(),
    ClosedList::of::<LimitPeriod>(),
    ClosedList::of::<LimitScope>(),
    ClosedList::of::<MemberRevocationReason>(),
    ClosedList::of::<MemberRole>(),
    ClosedList::of::<MoneyNature>(),
    ClosedList::of::<NoIdentifierReason>(),
    ClosedList::of::<NoticeField>(),
    ClosedList::of::<NoticeKind>(),
    ClosedList::of::<OtherHelpStatus>(),
    ClosedList::of::<Outcome>(),
    ClosedList::of::<Overlap>(),
    ClosedList::of::<PackagePurpose>(),
    ClosedList::of::<PaperConcerns>(),
    ClosedList::of::<PaperRole>(),
    ClosedList::of::<PayeeKind>(),
    ClosedList::of::<PayerKind>(),
    ClosedList::of::<PaymentChannel>(),
    ClosedList::of::<PriorAidScope>(),
    ClosedList::of::<Problem>(),
    ClosedList::of::<ProcessState>(),
    ClosedList::of::<ProcessorRole>(),
    ClosedList::of::<ProgrammeStatus>(),
    ClosedList::of::<PublicNoticeMode>(),
    ClosedList::of::<ReadyMark>(),
    ClosedList::of::<ReceiptItemCategory>(),
    ClosedList::of::<ReceiptKind>(),
    ClosedList::of::<ReceiptLineage>(),
    ClosedList::of::<ReceiptRecordingMethod>(),
    ClosedList::of::<ReceiptVerificationMethod>(),
    ClosedList::of::<ReceiptVerificationResult>(),
    ClosedList::of::<RecipientClass>(),
    ClosedList::of::<ReferralDirection>(),
    ClosedList::of::<ReferralOutcome>(),
    ClosedList::of::<ReferralReason>(),
    ClosedList::of::<RegionBasis>(),
    ClosedList::of::<ReimbursementStatus>(),
    ClosedList::of::<Relation>(),
    ClosedList::of::<ReportCorrectionReason>(),
    ClosedList::of::<ReportRowResult>(),
    ClosedList::of::<RequestKind>(),
    ClosedList::of::<ResidenceKind>(),
    ClosedList::of::<RetentionClass>(),
    ClosedList::of::<ReturnReason>(),
    ClosedList::of::<ReviewMethod>(),
    ClosedList::of::<ReviewOpinion>(),
    ClosedList::of::<Rung>(),
    ClosedList::of::<Satisfaction>(),
    ClosedList::of::<SealKind>(),
    ClosedList::of::<SettlementLayer>(),
    ClosedList::of::<Severity>(),
    ClosedList::of::<Sex>(),
    ClosedList::of::<ShareSource>(),
    ClosedList::of::<SignedMark>(),
    ClosedList::of::<SubmitterRole>(),
    ClosedList::of::<SuspicionKind>(),
    ClosedList::of::<SuspicionResolution>(),
    ClosedList::of::<SuspicionSource>(),
    ClosedList::of::<SuspicionStatus>(),
    ClosedList::of::<TokenKind>(),
    ClosedList::of::<TokenPurpose>(),
    ClosedList::of::<TokenSuite>(),
    ClosedList::of::<Transport>(),
    ClosedList::of::<TreatmentStage>(),
    ClosedList::of::<UncountedReason>(),
    ClosedList::of::<Urgency>(),
    ClosedList::of::<VerificationResult>(),
];
