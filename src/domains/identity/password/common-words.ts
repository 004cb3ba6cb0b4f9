/**
 * Words that people build passwords from, without marks and in lower case; alone, doubled or side by side, with any
 * figures around them, they are refused (`password-rules.ts`). Written down from general knowledge of what is commonly
 * chosen in Vietnamese and English; it was not taken from a list of leaked passwords. To make it longer, add words.
 */
const words = `
matkhau mat khau matkhaucuatoi matma mamat khongbiet khongco khongnho quenmatkhau dangnhap taikhoan nguoidung quantri
quantrivien admin administrator administrators root user users username guest test tester testing demo default changeme
password passwords passwort motdepasse contrasena pass passw passwd pwd passcode passphrase secret secrets letmein
letmeinnow welcome welcomes login logon signin access master supermaster superuser superman batman spiderman ironman
hello hellohello helloworld hi goodmorning goodluck iloveyou ilove loveyou love lovely lover loveme forever foreverlove
qwerty qwertyuiop qwertyuio qwert qwe asdf asdfgh asdfghjkl asdfghjk asd zxcvbnm zxcvbn zxcv zxc qazwsx qazwsxedc
qaz wsx edc wasd azerty abc abcd abcde abcdef abcdefg abcdefgh abcabc aaa aaaa aaaaaa xxx xxxx xyz
dragon monkey tiger lion eagle shadow sunshine sunflower princess prince king queen angel angels devil football
soccer baseball basketball hockey golf tennis computer internet online offline website server database system systems
windows microsoft office google facebook youtube gmail yahoo hotmail outlook zalo viber skype instagram tiktok twitter
apple iphone ipad macbook samsung nokia sony toshiba lenovo dell asus acer xiaomi huawei oppo vivo viettel mobifone
vinaphone vnpt fpt vietcombank agribank techcombank vietinbank bidv sacombank mbbank acb vpbank tpbank momo shopee
lazada tiki grab honda yamaha suzuki toyota mazda ford hyundai kia vinfast mercedes bmw audi ferrari
michael jordan daniel david john thomas robert charlie george andrew joshua matthew anthony jennifer jessica michelle
ashley nicole amanda samantha maria anna peter paul jack james william richard alex sam ben tom jerry
summer winter spring autumn january february march april june july august september october november december monday
tuesday wednesday thursday friday saturday sunday today tomorrow yesterday morning night day week month year
red blue green yellow orange purple black white silver gold golden pink brown diamond crystal flower flowers rose
chocolate cookie coffee banana cherry lemon apple pepper ginger sugar honey candy cheese pizza chicken
freedom liberty peace happy happiness lucky luck success successful winner win money rich power strong star stars
starwars matrix pokemon naruto doraemon conan minecraft roblox freefire lienquan lienminh pubg dota counterstrike
whatever nothing something anything nobody trustno trustnoone please thankyou thanks sorry family mother father mom dad
baby child children brother sister friend friends friendship home house school student students teacher teachers
manager director boss staff office work worker working company business service services support helpdesk help
new old one two three four five six seven eight nine ten first second last number the my your our me you we i am is a
private public security secure safety safe lock locked unlock key keys open close enter mypassword mypass
vietnam vietnamese viet nam vietnamvodich vn vnn vietnamoi yeuvietnam toiyeuvietnam saigon sai gon hanoi ha noi danang
da nang haiphong hai phong cantho can tho hue dalat nhatrang vungtau halong sapa hochiminh tphcm tphochiminh hcm
namdinh nam dinh hanam ninhbinh ninh binh thaibinh thanhhoa nghean hatinh quangbinh quangtri thuathienhue quangnam
quangngai binhdinh phuyen khanhhoa ninhthuan binhthuan kontum gialai daklak daknong lamdong binhphuoc tayninh
binhduong dongnai bariavungtau longan tiengiang bentre travinh vinhlong dongthap angiang kiengiang haugiang soctrang
baclieu camau hagiang caobang backan tuyenquang laocai yenbai thainguyen langson bacgiang phutho vinhphuc bacninh
haiduong hungyen quangninh hoabinh sonla dienbien laichau
anh em anhyeuem emyeuanh yeuem yeuanh anhnhoem emnhoanh toiyeuem toiyeuanh yeu yeunhau tinhyeu tinhban yeuminhem
mai maimai maimaiyeuem mailaanhem chongyeu voyeu vo chong voyeuchong conyeu conyeume con gai trai congai contrai
bome bo me ba ma bama mevabo meyeu boyeu giadinh giadinhtoi giadinhla nha nhatoi nhaminh ong ba ongba chau chaungoan
hanhphuc hanhphucnhe mayman thanhcong phattai phatloc loc phat tai vui vuive vuinhe buon codon nho nhoem nhoanh
xinchao chao chaoban chaoanh chaoem camon cam on xinloi xin loi tambiet khong co biet toi ban minh chungta chungtoi
toilaai toila ten tentoi tenem trieu ty dong vang bac kimcuong hoa hoahong hoasen hoamai hoadao huongduong
mattroi mat troi trang anhtrang sao ngoisao bautroi bien song nui rung gio mua nang xuan ha thu dong muaxuan muahe
muathu muadong tet nammoi chucmungnammoi chucmung sinhnhat ngaysinh ngay thang nam hom nay homnay ngaymai homqua
thuhai thuba thutu thunam thusau thubay chunhat motnam hainam mot hai bon sau bay tam chin muoi
mothaiba mothaibabon ba bonnam namsau
hoa binh doclap tudo doclaptudohanhphuc hanhphuc toquoc bacho hochutich dang dangcongsan cosao
chienthang giaiphong quockhanh thongnhat quanhdoi quandoi bodoi conganh congan canhsat nhandan nhandanvietnam
thidua thiduakhenthuong khenthuong thiduatot giaouoc giaouocthidua khoithidua cumthidua thidua yeunuoc thiduayeunuoc
sonoivu noivu bannoivu banthidua hoidong ubnd uyban uybannhandan ubmttq mattran mattrantoquoc mttq congdoan liendoan
liendoanlaodong ldld laodong doanthanhnien thanhnien doan tinhdoan hoiphunu phunu hoinongdan nongdan cuuchienbinh
ccb hoi hoivien chutich phochutich bithu giamdoc phogiamdoc truongphong phophong vanphong vanthu chuyenvien canbo
nhanvien ketoan thuquy thuky lanhdao donvi coquan phongban soyte sotaichinh sogiaoduc giaoduc yte taichinh
tinh huyen xa phuong thanhpho thixa thon xom khupho tinhnamdinh tinhhanam tinhninhbinh
truonghoc hocsinh sinhvien giaovien thaygiao cogiao thay co lop lophoc lopmuoihai daihoc caodang bachkhoa
maytinh dienthoai internet mang mangnoibo hethong phanmem phan mem wifi wifinha wifimienphi
bongda bong da cobac game gamethu choigame vodich vodichthegioi doituyen quanghai congphuong xuantruong
meo cho conmeo concho gau gaubong heo heocon ga vit trau bo ngua rong rongvang ho su tu
com pho bun banhmi banh cafe caphe tra trasua bia ruou
`

const familyAndMiddleNames = `
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh mai dao luong truong cao ta ha
tong trieu quach nghiem kieu doan lam chu chau to la lai khuat van thi huu duc minh quang quoc xuan
`

const givenNames = `
ngoc thanh
an anh bao bich binh cam chau chi chien chinh cuong dai dan dao dat diep diem dieu dinh doan dong duc dung duy duyen
duong em gia giang ha hai han hang hanh hao hau hien hieu hoa hoai hoan hong hop hue hung huong huy huyen
khai khang khanh khoa khoi khue kien kiet kim ky lam lan lanh lien linh loan loc loi long luan luc luong mai manh mien
minh my nam nga ngan nghia ngoc nguyet nhan nhat nhi nhien nhu nhung ninh oanh phat phi phong phu phuc phung phuong
quan quang que quoc quy quyen quyet quynh sang son sy tai tam tan thai than thang thanh thao the thi thien thiet thinh
thoa thom thong thu thuan thuc thuong thuy tien tinh toan trang tri trinh trong truc trung tu tuan tung tuoi tuyen
tuyet uyen van vi viet vinh vu vuong vy xuan yen ngocanh maianh lananh vananh hoanganh ducanh tuananh quocanh
minhanh thanhtung thanhha thuha thuhuong thuthuy thanhtam minhtam minhchau minhduc minhquan minhtuan minhhieu
quanghuy quangminh giabao giahuy bichngoc baongoc hongnhung hongngoc kimngan kimanh lanhuong phuongthao phuonganh
phuonglinh thuylinh thuytrang quynhanh quynhnhu ngochan ngoclan ngocmai khanhlinh khanhhuyen hoailinh vanan vananh
vanbinh vancuong vandung vanhung vanhai vanlong vannam vanphong vanquang vanson vantam vanthang vantoan vantuan
thian thibinh thicuc thidung thihoa thihong thihuong thilan thilinh thimai thinga thingoc thiphuong thithanh thithu
thithuy thitrang thituyet thixuan thiyen
`

const split = (text: string) => text.toLowerCase().split(/\s+/).filter(Boolean)

const names = [...split(familyAndMiddleNames), ...split(givenNames)]

/** A family name and a given name count as one word, so that a whole name and one more word are still common. */
const wholeNames = split(familyAndMiddleNames).flatMap((name) => names.map((given) => name + given))

export const commonWords: ReadonlySet<string> = new Set([...split(words), ...names, ...wholeNames])
